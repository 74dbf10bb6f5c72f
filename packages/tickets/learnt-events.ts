import type { TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Redirect } from "#contracts/message-reading";
import type { Ticket } from "#contracts/ticket";
import { inDanger, isNewDanger } from "#tickets/danger";
import type { OpenTicketDependencies, Understanding } from "#tickets/opening";
import { isUnderLaw, waitsForPerson } from "#tickets/own-way";
import { isOpen } from "#tickets/status-table";
import { wantsToStayUnknown } from "#tickets/stay-unknown";

/**
 * What one more message tells that was not known: that it has become an emergency, where it is, that it goes its own
 * way, or that nobody may learn who told.
 *
 * Danger told in the middle of a chat about a pothole must wake somebody as surely as danger told first; and a
 * citizen who was asked "which of the two?" has only to answer. A request that has its own law must reach the call
 * centre's desk, also where an agency has the ticket.
 */
export function learntEvents(
  ticket: Ticket,
  message: InboundMessage,
  read: Understanding,
  now: Date,
  dependencies: OpenTicketDependencies,
): TicketEvent[] {
  const news = newsIn(ticket, read, now);
  if (!Object.values(news).some(Boolean)) return [];
  const { raised, placed, hidden, redirect } = news;
  const classified: Classified = {
    type: "ticket.classified",
    ...(raised
      ? inDanger(ticket, read)
      : { category: ticket.category, urgency: ticket.urgency, emergency: ticket.flags.emergency }),
    place: placed ? placeWith(ticket.place, read) : ticket.place,
    needsTriage: ticket.flags.needsTriage || redirect !== undefined,
    ...(hidden ? { anonymous: true } : {}),
    ...(redirect === undefined ? {} : { redirect }),
  };
  if (!raised && !placed) return [classified];
  return [classified, ...assignment(ticket, classified, message, now, dependencies)];
}

interface News {
  readonly raised: boolean;
  readonly placed: boolean;
  readonly hidden: boolean;
  readonly redirect: Redirect | undefined;
}

/** Danger and place move only what is still open; a wish to stay unknown holds for ever. */
function newsIn(ticket: Ticket, read: Understanding, now: Date): News {
  const open = isOpen(ticket.status);
  return {
    raised: isNewDanger(ticket, read, now),
    placed: open && ticket.place.areaCode === undefined && read.triage.place.value.areaCode !== undefined,
    hidden: wantsToStayUnknown(ticket, read),
    redirect: newWay(ticket, read),
  };
}

type Classified = Extract<TicketEvent, { type: "ticket.classified" }>;

/** The law this message is under, where the ticket does not say so already. */
function newWay({ triage: known }: Ticket, { triage: { redirect } }: Understanding): Redirect | undefined {
  return isUnderLaw(redirect) && redirect !== known.redirect ? redirect : undefined;
}

function placeWith({ candidates: _, ...known }: Ticket["place"], { triage }: Understanding): Ticket["place"] {
  return { ...known, ...triage.place.value };
}

/** A ticket that waited at the desk goes to its agency as soon as both messages together say which. */
function assignment(
  { agency, title, triage }: Ticket,
  { category, urgency, place }: Classified,
  message: InboundMessage,
  now: Date,
  { understand, chooseAgency }: OpenTicketDependencies,
): TicketEvent[] {
  if (agency !== undefined || waitsForPerson(triage.redirect)) return [];
  const together = understand({ ...message, text: `${title}\n${message.text}` });
  if (together.needsTriage) return [];
  const choice = chooseAgency({ category, urgency, areaCode: place.areaCode, at: now });
  if ("desk" in choice) return [];
  return [{ type: "ticket.assigned", agency: choice.agency, supporting: [...choice.supporting], reason: choice.why }];
}
