import { expect, it } from "vitest";
import { dynamoTicketReads } from "#tickets/dynamo-ticket-reads";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

async function deskWith(count: number) {
  const desk = await ticketDesk();
  for (let index = 1; index <= count; index++) {
    desk.time.now = new Date(Date.parse("2026-08-30T00:00:00Z") + index * 86_400_000);
    await desk.open(
      zaloMessage("m1", `Ổ gà số ${index}`, { conversation: `zalo#${index}`, sender: { id: String(index) } }),
    );
  }
  return { ...desk, reads: dynamoTicketReads(desk.client, desk.table) };
}

it("pages through a work list without losing or repeating a ticket", async () => {
  const { reads } = await deskWith(7);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await reads.workList({
      agencies: ["ubnd-phuong-my-tho"],
      statuses: ["assigned", "received"],
      limit: 3,
      ...(after === undefined ? {} : { after }),
    });
    seen.push(...page.tickets.map(({ id }) => id));
    after = page.after;
  } while (after !== undefined);
  expect(seen).toEqual(["ticket-1", "ticket-2", "ticket-3", "ticket-4", "ticket-5", "ticket-6", "ticket-7"]);
});

it("lists what was opened, newest first, across months", async () => {
  const { reads } = await deskWith(4);
  const range = { from: new Date("2026-08-01T00:00:00Z"), to: new Date("2026-09-30T00:00:00Z") };
  const first = await reads.opened({ ...range, limit: 3 });
  expect(first.tickets.map(({ id }) => id)).toEqual(["ticket-4", "ticket-3", "ticket-2"]);
  const rest = await reads.opened({ ...range, limit: 3, after: first.after ?? "" });
  expect(rest).toEqual({ tickets: [expect.objectContaining({ id: "ticket-1" })] });
});

it("gives a ticket's messages in the order they were sent, whatever order they came in", async () => {
  const { reads, open, tickets } = await deskWith(0);
  for (const minute of ["03", "01", "02"])
    await open(zaloMessage(`m${minute}`, minute, { sentAt: `2026-09-14T01:${minute}:00Z` }));
  const ticket = await tickets.find("ticket-1");
  if (ticket === undefined) throw new Error("no ticket");
  const messages = await reads.messages(ticket, await reads.ledger("ticket-1"));
  expect(messages.map(({ text }) => text)).toEqual(["01", "02", "03"]);
});
