import type { Clock } from "#contracts/clock";
import type { DomainEvent, LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { omit } from "#tickets/omit";

type EventOf<T extends DomainEvent["type"]> = Extract<DomainEvent, { type: T }>;
type Apply = {
  readonly [T in Exclude<DomainEvent["type"], "ticket.opened">]: (
    ticket: Ticket,
    event: EventOf<T>,
    at: string,
  ) => Ticket;
};

const unchanged = (ticket: Ticket): Ticket => ticket;
const withClock = (ticket: Ticket, { clock }: { clock: Clock }): Ticket => ({
  ...ticket,
  clocks: replaced(ticket.clocks, clock),
});
const backAtWork = (ticket: Ticket): Ticket => ({
  ...ticket,
  status: ticket.agency === undefined ? "received" : ticket.assignee === undefined ? "assigned" : "in-progress",
});
const ended = (ticket: Ticket, status: Ticket["status"], at: string): Ticket => ({
  ...omit(ticket, "extension"),
  status,
  resolvedAt: at,
});

function classified(ticket: Ticket, event: EventOf<"ticket.classified">, at: string): Ticket {
  const { category, urgency, place, title, needsTriage, emergency, anonymous, raised } = event;
  return {
    ...ticket,
    category,
    urgency,
    place,
    title: title ?? ticket.title,
    flags: { ...ticket.flags, needsTriage, emergency, anonymous: anonymous ?? ticket.flags.anonymous },
    triage: readAnew(ticket.triage, event),
    ...(raised === true ? { alarmedAt: at } : {}),
  };
}

function readAnew(triage: Ticket["triage"], { redirect, callFirst }: EventOf<"ticket.classified">): Ticket["triage"] {
  const { redirect: before, ...read } = triage;
  const way = redirect === undefined ? before : (redirect ?? undefined);
  return {
    ...read,
    ...(way === undefined ? {} : { redirect: way }),
    ...(callFirst === undefined ? {} : { callFirst }),
  };
}

function replaced(clocks: readonly Clock[], clock: Clock): Clock[] {
  const others = clocks.filter(({ name, epoch }) => name !== clock.name || epoch !== clock.epoch);
  return [...others, clock].sort((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1));
}

/** What each event does to a head. The list is closed: a new event type does not compile until it stands here. */
const apply: Apply = {
  "ticket.message-added": (ticket) => ({ ...ticket, messageCount: ticket.messageCount + 1 }),
  "ticket.classified": classified,
  "ticket.assigned": (ticket, { agency, supporting }) => ({
    ...omit(ticket, "assignee"),
    status: "assigned",
    agency,
    supporting,
    flags: { ...ticket.flags, needsTriage: false },
  }),
  "ticket.accepted": (ticket, { assignee }) => ({ ...ticket, status: "in-progress", assignee }),
  "ticket.returned": (ticket) => ({
    ...omit(ticket, "agency", "assignee", "extension"),
    status: "received",
    supporting: [],
    flags: { ...ticket.flags, needsTriage: true },
  }),
  "ticket.information-asked": (ticket) => ({ ...ticket, status: "waiting-citizen" }),
  "ticket.information-given": backAtWork,
  "ticket.replied": unchanged,
  "ticket.noted": unchanged,
  "ticket.progress-reported": unchanged,
  "ticket.extension-requested": (ticket, { reason, newDueAt, by }, at) => ({
    ...ticket,
    extension: { reason, newDueAt, requestedBy: by, requestedAt: at },
  }),
  "ticket.extension-approved": (ticket) => omit(ticket, "extension"),
  "ticket.extension-refused": (ticket) => omit(ticket, "extension"),
  "ticket.resolved": (ticket, _, at) => ended(ticket, "resolved", at),
  "ticket.answered": (ticket, _, at) => ended(ticket, "answered", at),
  "ticket.rejected": (ticket, _, at) => ended(ticket, "rejected", at),
  "ticket.redirected": (ticket, _, at) => ended(ticket, "redirected", at),
  "ticket.handed-over": (ticket, { to, by }, at) => ({
    ...ticket,
    handedOver: [...(ticket.handedOver ?? []), { to, by, at }],
  }),
  "ticket.confirmed": unchanged,
  "ticket.rated": unchanged,
  "ticket.reopened": (ticket) =>
    backAtWork({ ...omit(ticket, "resolvedAt", "closedAt", "assignee"), flags: { ...ticket.flags, reopened: true } }),
  "ticket.closed": (ticket, _, at) => ({ ...ticket, status: "closed", closedAt: at }),
  "ticket.merged": (ticket, { into }) => ({
    ...ticket,
    status: "merged",
    flags: { ...ticket.flags, duplicateOf: into },
  }),
  "ticket.unmerged": (ticket) => backAtWork({ ...ticket, flags: omit(ticket.flags, "duplicateOf") }),
  "ticket.duplicate-marked": (ticket, { of }) => ({ ...ticket, flags: { ...ticket.flags, duplicateOf: of } }),
  "ticket.duplicate-unmarked": (ticket) => ({ ...ticket, flags: omit(ticket.flags, "duplicateOf") }),
  "ticket.split": unchanged,
  "ticket.escalated": unchanged,
  "ticket.call-linked": (ticket, { call }) => ({
    ...ticket,
    callIds: [...new Set([...(ticket.callIds ?? []), call.id])],
  }),
  "ticket.contact-learnt": unchanged,
  "sla.started": withClock,
  "sla.paused": withClock,
  "sla.resumed": withClock,
  "sla.warned": withClock,
  "sla.breached": (ticket, event) => ({ ...withClock(ticket, event), escalation: { rung: 0 } }),
  "sla.escalated": (ticket, event) => ({ ...withClock(ticket, event), escalation: { rung: event.rung } }),
  "sla.acknowledged": (ticket, event, at) => ({
    ...withClock(ticket, event),
    escalation: { rung: ticket.escalation?.rung ?? 0, acknowledgedAt: at },
  }),
  "sla.extended": withClock,
  "sla.met": withClock,
  "sla.cancelled": withClock,
  "sla.recomputed": withClock,
};

function opened(event: EventOf<"ticket.opened">, { ticketId, at }: LedgerEntry): Ticket {
  const { type: _, ...facts } = event;
  return {
    id: ticketId,
    version: 0,
    status: "received",
    ...facts,
    supporting: [],
    clocks: [],
    messageCount: 1,
    ...(event.flags.emergency ? { alarmedAt: at } : {}),
    openedAt: at,
    updatedAt: at,
  };
}

function applyOne(ticket: Ticket | undefined, event: DomainEvent, entry: LedgerEntry): Ticket {
  if (event.type === "ticket.opened") return opened(event, entry);
  if (ticket === undefined) throw new TypeError(`Ledger of ${entry.ticketId} does not begin with ticket.opened`);
  const step = apply[event.type] as (ticket: Ticket, event: DomainEvent, at: string) => Ticket;
  return step(ticket, event, entry.at);
}

/** The head after an entry of its ledger. Fold all entries of a ticket and you have its head. */
export function applyEntry(before: Ticket | undefined, entry: LedgerEntry): Ticket {
  let ticket = before;
  for (const event of entry.events) ticket = applyOne(ticket, event, entry);
  if (ticket === undefined) throw new TypeError(`Ledger entry ${entry.sequence} of ${entry.ticketId} holds no event`);
  const rings = ticket.clocks.flatMap((clock) =>
    "nextRingAt" in clock && clock.nextRingAt !== undefined ? [clock.nextRingAt] : [],
  );
  const fireAt = rings.sort()[0];
  return {
    ...omit(ticket, "fireAt"),
    version: entry.sequence,
    updatedAt: entry.at,
    ...(fireAt === undefined ? {} : { fireAt }),
  };
}
