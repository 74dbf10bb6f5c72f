import { expect, it } from "vitest";
import { esmsSender } from "#channels/sms/esms-sender";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { jsonAnswer, lineFault, type VendorCall, vendorDouble } from "./vendor-double.ts";

const delivery: OutboundDelivery = {
  messageId: "7c1d-ack-sms",
  kind: "acknowledgement",
  to: "+84900000231",
  text: "1022 đã ghi nhận phản ánh “ổ gà”. Mã DT-2026-000231-A.",
};

function senderTo(answer: (call: VendorCall, index: number) => Response | Error) {
  const { fetch, calls } = vendorDouble(answer);
  const account = { apiKey: "key-1022", secretKey: "secret-1022", brandname: "TD1022" };
  const statusUrl = "https://1022.example/webhooks/sms/esms/status/s3cret";
  return { calls, sender: esmsSender({ apiUrl: "https://esms.example", ...account, statusUrl, fetch }) };
}
const result = (CodeResult: string, more = {}) => jsonAnswer({ CodeResult, CountRegenerate: 0, ...more });

it("a text goes unaccented under our brandname, with our message id as its RequestId", async () => {
  const { sender, calls } = senderTo(() => result("100", { SMSID: "d533-1022" }));
  expect(await sender.send(delivery)).toEqual({ kind: "sent", vendorMessageId: "d533-1022" });
  expect(calls[0]).toMatchObject({
    method: "POST",
    url: "https://esms.example/MainService.svc/json/SendMultipleMessage_V4_post_json/",
  });
  expect(calls[0]?.signal).toBeInstanceOf(AbortSignal);
  expect(JSON.parse(calls[0]?.body ?? "")).toEqual({
    ApiKey: "key-1022",
    SecretKey: "secret-1022",
    Phone: "0900000231",
    Content: '1022 da ghi nhan phan anh "o ga". Ma DT-2026-000231-A.',
    Brandname: "TD1022",
    SmsType: "2",
    IsUnicode: "0",
    Sandbox: "0",
    campaignid: "acknowledgement",
    RequestId: "7c1d-ack-sms",
    CallbackUrl: "https://1022.example/webhooks/sms/esms/status/s3cret",
  });
});

it("a text never costs more than three parts", async () => {
  const { sender, calls } = senderTo(() => result("100"));
  await sender.send({ ...delivery, text: "Đã sửa xong. ".repeat(100) });
  const content = String(JSON.parse(calls[0]?.body ?? "").Content);
  expect(content.length).toBeLessThanOrEqual(459);
  expect(content).toMatch(/\.\.\.$/);
});

it("an attempt that was taken before is sent, and not sent twice", async () => {
  const { sender } = senderTo(() => result("124", { ErrorMessage: "Duplicate RequestId" }));
  expect(await sender.send(delivery)).toEqual({ kind: "sent" });
  expect(await sender.wasSent(delivery)).toBe("no");
});

it.each`
  code     | meaning                      | kind
  ${"99"}  | ${"number blocked"}          | ${"unreachable"}
  ${"108"} | ${"no phone number"}         | ${"unreachable"}
  ${"177"} | ${"network not registered"}  | ${"unreachable"}
  ${"101"} | ${"wrong keys"}              | ${"retry"}
  ${"103"} | ${"no balance"}              | ${"retry"}
  ${"140"} | ${"our address not allowed"} | ${"retry"}
  ${"104"} | ${"no such brandname"}       | ${"refused"}
  ${"146"} | ${"not the agreed template"} | ${"refused"}
  ${"999"} | ${"a code of the future"}    | ${"refused"}
`("$code, $meaning, is $kind", async ({ code, kind }) => {
  const { sender } = senderTo(() => result(code, { ErrorMessage: "0900000231 khong hop le" }));
  const outcome = await sender.send(delivery);
  expect(outcome).toMatchObject({ kind, reason: `esms ${code}` });
  expect(JSON.stringify(outcome)).not.toContain("0900000231");
});

it("a code that comes as a number is read as well", async () => {
  const { sender } = senderTo(() => jsonAnswer({ CodeResult: 100, SMSID: 55 }));
  expect(await sender.send(delivery)).toEqual({ kind: "sent", vendorMessageId: "55" });
});

it.each`
  fault                      | answer
  ${"a refused connection"}  | ${() => lineFault("ECONNREFUSED")}
  ${"a line broken halfway"} | ${() => lineFault("ECONNRESET")}
  ${"no answer in time"}     | ${() => new DOMException("late", "TimeoutError")}
  ${"a server's fault"}      | ${() => new Response("oops", { status: 500 })}
  ${"a page of HTML"}        | ${() => new Response("<html>")}
`("after $fault it is tried again, because eSMS takes each RequestId once", async ({ answer }) => {
  expect((await senderTo(answer).sender.send(delivery)).kind).toBe("retry");
});

it("what is no phone number goes another way, unasked", async () => {
  const { sender, calls } = senderTo(() => result("100"));
  expect((await sender.send({ ...delivery, to: "mau@example.vn" })).kind).toBe("unreachable");
  expect(calls).toHaveLength(0);
});
