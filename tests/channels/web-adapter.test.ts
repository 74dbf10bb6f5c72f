import { expect, it } from "vitest";
import { webAdapter } from "#channels/web/web-adapter";
import { webFormDelivery, webMessageDelivery } from "#channels/web/web-delivery";
import { webFormRequestSchema } from "#channels/web/web-form";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { testPseudonym } from "./test-pseudonym.ts";

const adapter = webAdapter({ pseudonym: testPseudonym });

keepsTheAdapterContract(adapter, "web");

const sentAt = new Date("2026-08-14T02:10:00.000Z");
const form = webFormRequestSchema.parse({
  text: "Đèn đường tắt",
  phone: "0900 000 221",
  publish: false,
  anonymous: true,
  consent: { contact: true },
});

it("a checked form is queued under its code and read back with all that the citizen chose", () => {
  const delivery = webFormDelivery(form, { code: "DT-2026-000221-A", trackingTokenHash: "ab".repeat(32), sentAt });
  expect(delivery).toMatchObject({ source: "web", conversation: "web#DT-2026-000221-A", messageId: "form" });
  const parsed = adapter.parse(delivery);
  expect(parsed).toMatchObject({
    kind: "message",
    message: {
      text: "Đèn đường tắt",
      sender: { id: testPseudonym("+84900000221"), phone: "+84900000221" },
      reply: { kind: "sms", phone: "+84900000221" },
      sentAt: sentAt.toISOString(),
      form: { code: "DT-2026-000221-A", publish: false, anonymous: true, consent: { contact: true } },
    },
  });
});

it("a later message joins the form's conversation, and sent twice it is the same message", () => {
  const ticket = { code: "DT-2026-000221-A", messageId: "m-1", sentAt };
  const delivery = webMessageDelivery({ text: "Vẫn còn tắt" }, ticket);
  expect(delivery).toMatchObject({ conversation: "web#DT-2026-000221-A", messageId: "m-1" });
  expect(webMessageDelivery({ text: "Vẫn còn tắt" }, ticket)).toEqual(delivery);
  expect(adapter.parse(delivery)).toMatchObject({ kind: "message", message: { text: "Vẫn còn tắt" } });
});

it("neither key holds the phone number", () => {
  const delivery = webFormDelivery(form, { code: "DT-2026-000221-A", trackingTokenHash: "ab".repeat(32), sentAt });
  expect(`${delivery.conversation} ${delivery.messageId}`).not.toContain("900000221");
});

it.each`
  body                             | text
  ${"of a mebibyte of one letter"} | ${"a".repeat(1_000_000)}
  ${"of a mebibyte of blanks"}     | ${" ".repeat(1_000_000)}
  ${"of marks on one letter"}      | ${`a${"\u0323\u0302".repeat(200_000)}`}
`("a body $body is read in no time", { timeout: 10_000 }, ({ text }) => {
  const ticket = { code: "DT-2026-000221-A", messageId: "m-2", sentAt };
  expect(adapter.parse(webMessageDelivery({ text }, ticket)).kind).toBe("message");
});
