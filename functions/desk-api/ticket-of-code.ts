import { maySee } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import { readTicketCode } from "#tickets/ticket-code";
import type { TicketStore } from "#tickets/ticket-store";

/** The ticket a code names; a problem when there is none or this user may not see it. */
export async function ticketOfCode(written: string, user: DeskUser, tickets: TicketStore): Promise<Ticket> {
  const code = readTicketCode(written);
  if (code === undefined)
    throw new ProblemError("not-found", "This is not a ticket code: a character is wrong or missing");
  const id = await tickets.idOfCode(code);
  const ticket = id === undefined ? undefined : await tickets.find(id);
  if (ticket === undefined) throw new ProblemError("not-found", "There is no ticket with this code");
  if (!maySee(user, ticket)) throw new ProblemError("forbidden", "This ticket belongs to another agency");
  return ticket;
}
