import { expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import { hotline } from "../fixtures/hotline.ts";

const phone = "+84900000022";
const sms = (vendorMessageId: string, text: string): InboundMessage => ({
  channel: "sms",
  source: "sms/esms",
  conversation: "sms#hash-of-0022",
  vendorMessageId,
  sender: { id: "hash-of-0022", phone },
  reply: { kind: "sms", phone },
  text,
  attachments: [],
  sentAt: "2026-09-14T01:15:30.000Z",
});

it("HUY stops every notice on its conversation, loses no ticket, and holds until the citizen writes again", async () => {
  const { say, act, told, tickets, at } = await hotline("2026-09-14T08:15:30+07:00");
  await say(sms("s1", "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim, xe té hoài"));
  const toCitizen = () => told.filter(({ to }) => to === phone).map(({ kind }) => kind);
  expect(toCitizen()).toEqual(["acknowledgement"]);
  await at("2026-09-14T09:30:00+07:00");
  await say(sms("s2", "HUY"));
  await act("ticket-1", { name: "accept", input: {} });
  await act("ticket-1", { name: "reply", input: { text: "Đã cử người đi xem" } });
  expect(toCitizen()).toEqual(["acknowledgement"]);
  expect(await tickets.find("ticket-1")).toMatchObject({ status: "in-progress", messageCount: 2 });
  await at("2026-09-14T10:30:00+07:00");
  await say(sms("s3", "Vẫn chưa thấy ai làm, cho hỏi khi nào xong"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá xong" } });
  expect(toCitizen()).toContain("resolution");
});
