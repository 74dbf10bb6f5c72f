import type { TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import type { OpenTicketDependencies, Understanding } from "#tickets/opening";
import { isOpen } from "#tickets/status-table";

/**
 * What one more message tells that was not known: that it has become an emergency, or where it is.
 *
 * Danger told in the middle of a chat about a pothole must wake somebody as surely as danger told first; and a
 * citizen who was asked "which of the two?" has only to answer.
 */
export function learntEvents(
  ticket: Ticket,
  message: InboundMessage,
  read: Understanding,
  now: Date,
  dependencies: OpenTicketDependencies,
): TicketEvent[] {
  const raised = read.emergency && !ticket.flags.emergency;
  const placed = ticket.place.areaCode === undefined && read.triage.place.value.areaCode !== undefined;
  if (!isOpen(ticket.status) || !(raised || placed)) return [];
  const classified: Classified = {
    type: "ticket.classified",
    ...(raised
      ? danger(ticket, read)
      : { category: ticket.category, urgency: ticket.urgency, emergency: ticket.flags.emergency }),
    place: placed ? placeWith(ticket.place, read) : ticket.place,
    needsTriage: ticket.flags.needsTriage,
  };
  return [classified, ...assignment(ticket, classified, message, now, dependencies)];
}

type Classified = Extract<TicketEvent, { type: "ticket.classified" }>;

function danger({ category }: Ticket, { needsTriage, triage }: Understanding) {
  return {
    category: needsTriage ? category : triage.category.value,
    urgency: "emergency" as const,
    emergency: true,
    raised: true,
  };
}

function placeWith({ candidates: _, ...known }: Ticket["place"], { triage }: Understanding): Ticket["place"] {
  return { ...known, ...triage.place.value };
}

/** A ticket that waited at the desk goes to its agency as soon as both messages together say which. */
function assignment(
  { agency, title }: Ticket,
  { category, urgency, place }: Classified,
  message: InboundMessage,
  now: Date,
  { understand, chooseAgency }: OpenTicketDependencies,
): TicketEvent[] {
  if (agency !== undefined) return [];
  const together = understand({ ...message, text: `${title}\n${message.text}` });
  if (together.needsTriage) return [];
  const choice = chooseAgency({ category, urgency, areaCode: place.areaCode, at: now });
  if ("desk" in choice) return [];
  return [{ type: "ticket.assigned", agency: choice.agency, supporting: [...choice.supporting], reason: choice.why }];
}
