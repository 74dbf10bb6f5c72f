import { expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import { deskApi } from "../fixtures/desk-api.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

/** An agent's ticket of a call, and the transcript of the same call that comes minutes later. */
async function call(asked: object) {
  const plain = (await ticketDesk()).dependencies.understand;
  const understand = (message: InboundMessage) => {
    const read = plain(message);
    const emergency = message.text.includes("cháy");
    const urgency = { value: emergency ? ("emergency" as const) : ("normal" as const), confidence: 0.9, why: ["cháy"] };
    return { ...read, emergency, triage: { ...read.triage, urgency, callFirst: ["114" as const] } };
  };
  const desk = await deskApi({ understand });
  const body = { text: "Người dân báo khói", callId: "c1", ...asked };
  const { code } = (await desk.call(desk.agent, "POST", "/desk/v1/tickets", body)).body;
  const transcript = zaloMessage("t1", "dạ có cháy nhà em ơi", {
    channel: "phone",
    source: "phone/transcripts",
    conversation: "phone#call-c1",
    reply: { kind: "none" },
    call: { id: "c1", direction: "inbound" },
  });
  return {
    ...desk,
    code,
    hear: () => desk.open(transcript),
    ticket: async () => desk.tickets.find((await desk.tickets.idOfCode(code)) ?? ""),
  };
}

it("danger in a call's transcript raises the ticket that the agent wrote down without an urgency", async () => {
  const { hear, ticket } = await call({});
  await hear();
  expect(await ticket()).toMatchObject({
    urgency: "emergency",
    flags: { emergency: true },
    triage: { callFirst: ["114"] },
    messageCount: 2,
  });
});

it("an agent who said how urgent it is keeps the last word over the transcript", async () => {
  const { hear, ticket } = await call({ urgency: "low" });
  await hear();
  expect(await ticket()).toMatchObject({ urgency: "low", flags: { emergency: false }, messageCount: 2 });
});

it("an agent who corrected the urgency meanwhile keeps the last word as well", async () => {
  const { hear, ticket, call: ask, agent, code } = await call({});
  await ask(agent, "PATCH", `/desk/v1/tickets/${code}`, { urgency: "high" });
  await hear();
  expect(await ticket()).toMatchObject({ urgency: "high", flags: { emergency: false } });
});
