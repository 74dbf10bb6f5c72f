import * as z from "zod";
import { maskedName, maskedPhone, maskedText, seesCitizen } from "#access/mask";
import type { DeskUser } from "#access/staff";
import { clockNameSchema } from "#contracts/clock";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { attachmentSchema } from "#contracts/inbound-message";
import { flagsSchema, placeSchema, type Ticket, triageSchema } from "#contracts/ticket";
import { channelSchema, instantSchema, ticketStatusSchema, urgencySchema } from "#contracts/words";
import { statusTexts } from "#tickets/status-table";
import type { CitizenContact, StoredMessage } from "#tickets/ticket-store";

const clockViewSchema = z.object({
  name: clockNameSchema,
  epoch: z.number(),
  state: z.enum(["running", "paused", "met", "breached", "cancelled"]),
  startedAt: instantSchema,
  dueAt: instantSchema.optional(),
  originalDueAt: instantSchema.optional(),
  metAt: instantSchema.optional(),
  breachedAt: instantSchema.optional(),
  late: z.boolean().optional(),
  extensions: z.number().optional(),
  calendarIncomplete: z.boolean().optional(),
  acknowledgedAt: instantSchema.optional(),
});

/** A ticket as the desk sees it. */
export const ticketViewSchema = z.object({
  code: z.string(),
  status: ticketStatusSchema,
  statusText: z.object({ vi: z.string(), en: z.string() }),
  channel: channelSchema,
  conversation: z.string(),
  category: z.string(),
  urgency: urgencySchema,
  title: z.string(),
  text: z.string(),
  place: placeSchema,
  citizen: z.object({ id: z.string(), name: z.string().optional(), phone: z.string().optional(), masked: z.boolean() }),
  /** Who has it; the call centre while it waits at the desk. */
  agency: z.string(),
  agencyName: z.string().optional(),
  supporting: z.array(z.string()),
  assignee: z.string().optional(),
  clocks: z.array(clockViewSchema),
  fireAt: instantSchema.optional(),
  escalation: z.object({ rung: z.number(), acknowledgedAt: instantSchema.optional() }).optional(),
  extension: z
    .object({ reason: z.string(), newDueAt: instantSchema, requestedBy: z.string(), requestedAt: instantSchema })
    .optional(),
  flags: flagsSchema,
  triage: triageSchema,
  messageCount: z.number(),
  version: z.number(),
  openedAt: instantSchema,
  updatedAt: instantSchema,
  resolvedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

const messageViewSchema = z.object({
  id: z.string(),
  direction: z.enum(["in", "out"]),
  channel: channelSchema,
  conversation: z.string(),
  vendorMessageId: z.string(),
  text: z.string(),
  at: instantSchema,
  attachments: z.array(attachmentSchema),
});

const timelineEntrySchema = ledgerEntrySchema.omit({ ticketId: true }).extend({
  events: z.array(z.looseObject({ type: z.string() })),
});

/** One ticket with everything that belongs to it. */
export const wholeTicketSchema = ticketViewSchema.extend({
  messages: z.array(messageViewSchema),
  timeline: z.array(timelineEntrySchema),
  explanation: z.unknown().optional(),
});
export type WholeTicket = z.infer<typeof wholeTicketSchema>;

export interface TicketParts {
  readonly ticket: Ticket;
  readonly first: Pick<StoredMessage, "text"> | undefined;
  readonly contact: CitizenContact | undefined;
  readonly agencyName: (id: string) => string | undefined;
  /** The agency whose desk a ticket waits at while no other has it. */
  readonly callCentre: string;
}

/** What this user may see of a ticket. */
export function ticketView(
  { ticket, first, contact, agencyName, callCentre }: TicketParts,
  user: DeskUser,
): TicketView {
  const {
    id: _,
    citizen,
    firstMessageId: __,
    trackingTokenHash: ___,
    callIds: ____,
    clocks,
    status,
    agency,
    title,
    ...facts
  } = ticket;
  const open = seesCitizen(user, ticket);
  const textFor = (text: string) => (open ? text : maskedText(text));
  const name = agencyName(agency ?? callCentre);
  return {
    ...facts,
    status,
    statusText: { ...statusTexts[status] },
    title: textFor(title),
    text: textFor(first?.text ?? title),
    citizen: { id: citizen, ...who(contact, open), masked: !open },
    agency: agency ?? callCentre,
    ...(name === undefined ? {} : { agencyName: name }),
    clocks: clocks.map((clock) => clockViewSchema.parse(clock)),
  };
}

function who(contact: CitizenContact | undefined, open: boolean): { name?: string; phone?: string } {
  const { name, phone } = contact ?? {};
  return {
    ...(name === undefined ? {} : { name: open ? name : maskedName(name) }),
    ...(phone === undefined ? {} : { phone: open ? phone : maskedPhone(phone) }),
  };
}

/** Messages both ways in the order they were said: the citizen's as sent, ours as the ledger has them. */
export function messageViews(
  ticket: Ticket,
  messages: readonly StoredMessage[],
  ledger: readonly LedgerEntry[],
  user: DeskUser,
) {
  const open = seesCitizen(user, ticket);
  const incoming = messages.map(({ channel, conversation, vendorMessageId, text, sentAt, attachments, source }) => ({
    id: `${conversation}/${vendorMessageId}`,
    direction: source === "staff-echo" ? ("out" as const) : ("in" as const),
    channel,
    conversation,
    vendorMessageId,
    text: open ? text : maskedText(text),
    at: sentAt,
    attachments,
  }));
  const outgoing = ledger.flatMap((entry) => saidTo(ticket, entry));
  return [...incoming, ...outgoing].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What happened, entry by entry. Who may not see the citizen sees it without the words that were said. */
export function timelineView(ledger: readonly LedgerEntry[], masked: boolean): WholeTicket["timeline"] {
  const silent = (event: object) =>
    Object.fromEntries(Object.entries(event).filter(([key]) => key !== "text" && key !== "title"));
  return ledger.map(({ ticketId: _, ...entry }) => ({
    ...entry,
    events: entry.events.map((event) => ({ ...(masked ? silent(event) : event), type: event.type })),
  }));
}

const spoken = new Set([
  "ticket.information-asked",
  "ticket.replied",
  "ticket.progress-reported",
  "ticket.resolved",
  "ticket.answered",
  "ticket.rejected",
  "ticket.redirected",
]);

function saidTo({ channel, conversation }: Ticket, { ticketId, sequence, at, events }: LedgerEntry) {
  return events.flatMap((event, position) => {
    if (!spoken.has(event.type)) return [];
    const text = "text" in event ? String(event.text) : "reason" in event ? String(event.reason) : "";
    const id = `${ticketId}.${sequence}.${position}`;
    return [{ id, direction: "out" as const, channel, conversation, vendorMessageId: id, text, at, attachments: [] }];
  });
}
