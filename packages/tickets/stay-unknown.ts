import type { TicketEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { Understanding } from "#tickets/opening";

/** The wish that nobody learn who told, where the ticket does not know of it yet. */
export function wantsToStayUnknown({ flags }: Ticket, { keepNameSecret }: Understanding): boolean {
  return keepNameSecret && !flags.anonymous;
}

/** Said on a call whose ticket the agent wrote: all that the transcript changes besides danger. */
export function unknownFromNowOn(ticket: Ticket, read: Understanding): TicketEvent[] {
  if (!wantsToStayUnknown(ticket, read)) return [];
  const { category, urgency, place, flags } = ticket;
  const { needsTriage, emergency } = flags;
  return [{ type: "ticket.classified", category, urgency, place, needsTriage, emergency, anonymous: true }];
}
