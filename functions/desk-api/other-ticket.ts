import { maySee } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import type { DeskAction } from "#tickets/action";
import { readTicketCode } from "#tickets/ticket-code";
import type { TicketStore } from "#tickets/ticket-store";

type Tickets = Pick<TicketStore, "find" | "idOfCode">;

/**
 * An action that names another ticket, with that ticket's code as it stands in the ledger. Refused where the user sees
 * no such ticket, or where it is itself a duplicate: a chain would lead nobody to the matter.
 */
export async function withOtherTicket(action: DeskAction, user: DeskUser, tickets: Tickets): Promise<DeskAction> {
  switch (action.name) {
    case "merge":
      return { name: "merge", input: { into: await codeOf("into", action.input.into, user, tickets) } };
    case "mark-duplicate":
      return { name: "mark-duplicate", input: { of: await codeOf("of", action.input.of, user, tickets) } };
    default:
      return action;
  }
}

async function codeOf(path: string, written: string, user: DeskUser, tickets: Tickets): Promise<string> {
  const ticket = await ticketAt(written, tickets);
  if (ticket === undefined || !maySee(user, ticket))
    throw new ProblemError("invalid-input", "There is no such other ticket", [
      { path, message: "expected the code of another ticket that you may see" },
    ]);
  const { duplicateOf } = ticket.flags;
  if (duplicateOf !== undefined)
    throw new ProblemError("not-allowed-now", `Ticket ${ticket.code} is itself a duplicate: name ${duplicateOf}`);
  return ticket.code;
}

async function ticketAt(written: string, tickets: Tickets): Promise<Ticket | undefined> {
  const code = readTicketCode(written);
  const id = code === undefined ? undefined : await tickets.idOfCode(code);
  return id === undefined ? undefined : tickets.find(id);
}
