import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { joins } from "#tickets/join";
import type { OpenTicketDependencies } from "#tickets/opening";
import { isOpen } from "#tickets/status-table";
import type { Conversation, StoredCall, TicketStore } from "#tickets/ticket-store";

/** The ticket that a message belongs to. */
export interface Subject {
  readonly ticket: Ticket;
  /** The agent on the call opened it: the transcript only joins, whatever it says. */
  readonly byCall: boolean;
}

/** The ticket this message goes on about: the one of its call, or the conversation's, if that is not long over. */
export async function subjectOf(
  message: InboundMessage,
  conversation: Conversation | undefined,
  call: StoredCall | undefined,
  emergency: boolean,
  { tickets, now, sameMatterHours }: OpenTicketDependencies,
): Promise<Subject | undefined> {
  const ofCall = call?.ticketId === undefined ? undefined : await tickets.find(call.ticketId);
  if (ofCall !== undefined) return { ticket: ofCall, byCall: true };
  const named = message.about === undefined ? undefined : await tickets.idOfCode(message.about);
  const ticketId = named ?? conversation?.ticketId;
  if (ticketId === undefined || message.form !== undefined) return undefined;
  const ticket = await afterMerging(await tickets.find(ticketId), tickets);
  if (ticket === undefined || !joins(ticket, now(), sameMatterHours)) return undefined;
  // what burns now is not the matter that was answered last week
  return emergency && !isOpen(ticket.status) ? undefined : { ticket, byCall: false };
}

/** A merged ticket lives on in the one it was merged into. */
async function afterMerging(ticket: Ticket | undefined, tickets: TicketStore): Promise<Ticket | undefined> {
  if (ticket?.status !== "merged" || ticket.flags.duplicateOf === undefined) return ticket;
  const id = await tickets.idOfCode(ticket.flags.duplicateOf);
  return id === undefined ? undefined : tickets.find(id);
}
