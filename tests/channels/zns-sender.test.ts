import { expect, it } from "vitest";
import { znsSender } from "#channels/zalo/zns-sender";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { jsonAnswer, lineFault, type VendorCall, vendorDouble } from "./vendor-double.ts";

const delivery: OutboundDelivery = {
  messageId: "o-000141",
  kind: "resolution",
  to: "+84900000141",
  text: "Đã thay\nbóng đèn. ".repeat(20),
  ticketCode: "DT-2026-000141-K",
};
const templates = {
  resolution: {
    templateId: "410220",
    parameters: {
      ma_phan_anh: { from: "ticketCode" as const, maxLength: 30 },
      noi_dung: { from: "text" as const, maxLength: 40 },
      tieu_de: { from: "subject" as const, maxLength: 30 },
    },
  },
};
const sent = () => jsonAnswer({ error: 0, message: "Success", data: { msg_id: "24f7aa1022de01", sent_time: "1" } });

function senderTo(answer: (call: VendorCall, index: number) => Response | Error) {
  const { fetch, calls } = vendorDouble(answer);
  const tokens = { current: async () => "AT-1", renew: async () => "AT-2" };
  const now = () => new Date("2026-08-14T16:00:00.000Z");
  return { calls, sender: znsSender({ znsUrl: "https://business.example", tokens, fetch, now, templates }) };
}

it("a template goes to the phone number with our words in its parameters, each as long as it may be", async () => {
  const { sender, calls } = senderTo(sent);
  expect(await sender.send(delivery)).toEqual({ kind: "sent", vendorMessageId: "24f7aa1022de01" });
  expect(calls[0]).toMatchObject({ method: "POST", url: "https://business.example/message/template" });
  expect(calls[0]?.headers.get("access_token")).toBe("AT-1");
  expect(JSON.parse(calls[0]?.body ?? "")).toEqual({
    phone: "84900000141",
    template_id: "410220",
    template_data: {
      ma_phan_anh: "DT-2026-000141-K",
      noi_dung: "Đã thay bóng đèn. Đã thay bóng đèn. Đã…",
      tieu_de: "-",
    },
    tracking_id: "o-000141",
  });
});

it("a long message id becomes a tracking id of 48 characters, the same in each attempt", async () => {
  const { sender, calls } = senderTo(sent);
  const attempt = { ...delivery, messageId: "ticket.resolved#".repeat(5) };
  await sender.send(attempt);
  await sender.send(attempt);
  const ids = calls.map(({ body }) => String(JSON.parse(body).tracking_id));
  expect(ids[0]).toMatch(/^[0-9a-f]{48}$/);
  expect(ids[1]).toBe(ids[0]);
});

it.each`
  code     | meaning                     | outcome
  ${-100}  | ${"failed in passing"}      | ${{ kind: "retry", afterMs: 5000 }}
  ${-133}  | ${"not at night"}           | ${{ kind: "retry", afterMs: 7 * 3_600_000 }}
  ${-108}  | ${"phone number invalid"}   | ${{ kind: "unreachable" }}
  ${-114}  | ${"inactive or old app"}    | ${{ kind: "unreachable" }}
  ${-118}  | ${"no Zalo on that number"} | ${{ kind: "unreachable" }}
  ${-119}  | ${"cannot receive"}         | ${{ kind: "unreachable" }}
  ${-144}  | ${"limit of the day"}       | ${{ kind: "unreachable" }}
  ${-131}  | ${"template not approved"}  | ${{ kind: "unreachable" }}
  ${-1121} | ${"parameter too long"}     | ${{ kind: "unreachable" }}
`("$code, $meaning, is $outcome.kind", async ({ code, outcome }) => {
  const { sender } = senderTo(() => jsonAnswer({ error: code, message: "84900000141", data: null }));
  expect(await sender.send(delivery)).toEqual({ ...outcome, reason: `zalo ${code}` });
});

it("a refused token is renewed once", async () => {
  const { sender, calls } = senderTo((_call, index) => (index === 0 ? jsonAnswer({ error: -124 }) : sent()));
  expect((await sender.send(delivery)).kind).toBe("sent");
  expect(calls.map(({ headers }) => headers.get("access_token"))).toEqual(["AT-1", "AT-2"]);
});

it.each`
  what                       | change
  ${"a kind of no template"} | ${{ kind: "reply" }}
  ${"no phone number"}       | ${{ to: "6620011223344550091" }}
`("$what goes another way, unasked", async ({ change }) => {
  const { sender, calls } = senderTo(sent);
  expect((await sender.send({ ...delivery, ...change })).kind).toBe("unreachable");
  expect(calls).toHaveLength(0);
});

it("after a lost answer nobody knows", async () => {
  const { sender } = senderTo(() => lineFault("ECONNRESET"));
  expect((await sender.send(delivery)).kind).toBe("unknown");
  expect(await sender.wasSent(delivery)).toBe("unknown");
});
