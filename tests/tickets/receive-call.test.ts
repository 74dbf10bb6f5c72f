import { expect, it } from "vitest";
import { receiveCall } from "#tickets/receive-call";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

const record = {
  id: "call-1",
  direction: "inbound" as const,
  recordingUrl: "https://pbx.example.vn/r/1.mp3",
  durationMs: 42_000,
};
const transcript = zaloMessage("call#call-1", "Ổ gà to lắm", {
  channel: "phone",
  source: "phone/transcripts",
  conversation: "phone#abc",
  reply: { kind: "none" },
  call: { id: "call-1", direction: "inbound" },
});

const linkedCalls = async ({ tickets }: Awaited<ReturnType<typeof ticketDesk>>) =>
  (await tickets.find("ticket-1"))?.callIds;

it.each(["record first", "transcript first"])("joins record and transcript of one call: %s", async (order) => {
  const desk = await ticketDesk();
  if (order === "record first") expect(await receiveCall(record, desk.dependencies)).toBe("kept");
  await desk.open(transcript);
  if (order === "transcript first") expect(await receiveCall(record, desk.dependencies)).toBe("linked");
  expect(await linkedCalls(desk)).toEqual(["call-1"]);
  expect(await receiveCall(record, desk.dependencies)).toBe("duplicate");
});

it("joins them when both arrive at the same moment", async () => {
  const desk = await ticketDesk();
  await Promise.all([receiveCall(record, desk.dependencies), desk.open(transcript)]);
  const stored = await desk.tickets.call("call-1");
  expect(stored).toMatchObject({ ticketId: expect.any(String), call: record });
  const ticket = await desk.tickets.find(stored?.ticketId ?? "");
  expect(ticket?.callIds).toEqual(["call-1"]);
});
