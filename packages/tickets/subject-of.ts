import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { joins } from "#tickets/join";
import type { OpenTicketDependencies, Understanding } from "#tickets/opening";
import { isOfOwnLaw } from "#tickets/own-way";
import { isOpen } from "#tickets/status-table";
import type { Conversation, StoredCall, TicketStore } from "#tickets/ticket-store";

/** The ticket that a message belongs to. */
export interface Subject {
  readonly ticket: Ticket;
  /** The agent on the call opened it: the transcript only joins, whatever it says. */
  readonly byCall: boolean;
}

/**
 * The ticket this message goes on about: the one of its call, the one it names, or the one its conversation was last
 * about. An open one comes before one that is answered: a conversation has one open ticket at a time.
 */
export async function subjectOf(
  message: InboundMessage,
  conversation: Conversation | undefined,
  call: StoredCall | undefined,
  { emergency, triage }: Pick<Understanding, "emergency" | "triage">,
  dependencies: OpenTicketDependencies,
): Promise<Subject | undefined> {
  const { tickets } = dependencies;
  const ofCall = call?.ticketId === undefined ? undefined : await tickets.find(call.ticketId);
  if (ofCall !== undefined) return { ticket: ofCall, byCall: true };
  if (message.form !== undefined) return undefined;
  const named = message.about === undefined ? undefined : await tickets.idOfCode(message.about);
  const ticket = await currentMatter([named, conversation?.ticketId], dependencies);
  // what burns now, or has its own law, is not the matter that was answered last week
  const anew = emergency || isOfOwnLaw(triage.redirect);
  if (ticket === undefined || (anew && !isOpen(ticket.status))) return undefined;
  return { ticket, byCall: false };
}

/** The first of these tickets that is open, else the first that is not long over. */
async function currentMatter(
  ticketIds: readonly (string | undefined)[],
  dependencies: OpenTicketDependencies,
): Promise<Ticket | undefined> {
  let answered: Ticket | undefined;
  for (const ticketId of new Set(ticketIds)) {
    const ticket = await stillAbout(ticketId, dependencies);
    if (ticket !== undefined && isOpen(ticket.status)) return ticket;
    answered ??= ticket;
  }
  return answered;
}

async function stillAbout(
  ticketId: string | undefined,
  { tickets, now, sameMatterHours }: OpenTicketDependencies,
): Promise<Ticket | undefined> {
  const ticket = ticketId === undefined ? undefined : await afterMerging(await tickets.find(ticketId), tickets);
  return ticket !== undefined && joins(ticket, now(), sameMatterHours) ? ticket : undefined;
}

/** A merged ticket lives on in the one it was merged into. */
async function afterMerging(ticket: Ticket | undefined, tickets: TicketStore): Promise<Ticket | undefined> {
  if (ticket?.status !== "merged" || ticket.flags.duplicateOf === undefined) return ticket;
  const id = await tickets.idOfCode(ticket.flags.duplicateOf);
  return id === undefined ? undefined : tickets.find(id);
}
