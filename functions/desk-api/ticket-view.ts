import * as z from "zod";
import { maskedName, maskedPhone } from "#access/mask";
import type { DeskUser } from "#access/staff";
import { clockNameSchema } from "#contracts/clock";
import { flagsSchema, placeSchema, type Ticket, ticketSchema, triageSchema } from "#contracts/ticket";
import { channelSchema, instantSchema, ticketStatusSchema, urgencySchema } from "#contracts/words";
import { statusTexts } from "#tickets/status-table";
import type { CitizenContact } from "#tickets/ticket-store";
import { messageViewSchema } from "./message-view.ts";
import {
  readable,
  readableConversation,
  readableLines,
  readableNote,
  readablePlace,
  type Said,
  sightOf,
} from "./sight.ts";
import { timelineEntrySchema } from "./timeline-view.ts";

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
  /** What the first message says in three lines, masked for everybody. */
  summary: z.array(z.string()),
  place: placeSchema,
  /** Masked, its id is the ticket's own code: it must not be recognised on another ticket. */
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
  alarmedAt: ticketSchema.shape.alarmedAt,
  handedOver: ticketSchema.shape.handedOver,
  triage: triageSchema,
  messageCount: z.number(),
  version: z.number(),
  openedAt: instantSchema,
  updatedAt: instantSchema,
  resolvedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

const candidateSchema = ticketViewSchema.pick({
  code: true,
  status: true,
  category: true,
  title: true,
  openedAt: true,
});

/** One ticket with everything that belongs to it. */
export const wholeTicketSchema = ticketViewSchema.extend({
  messages: z.array(messageViewSchema),
  timeline: z.array(timelineEntrySchema),
  /** For a message that asks about an earlier matter and names no code: what else this citizen has at 1022. */
  candidates: z.array(candidateSchema).optional(),
  explanation: z.unknown().optional(),
});
export type WholeTicket = z.infer<typeof wholeTicketSchema>;

export interface TicketParts {
  readonly ticket: Ticket;
  readonly first: Said | undefined;
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
    conversation,
    status,
    agency,
    title,
    place,
    triage,
    ...facts
  } = ticket;
  const sight = sightOf(user, ticket);
  const name = agencyName(agency ?? callCentre);
  return {
    ...facts,
    status,
    conversation: readableConversation(conversation, sight),
    statusText: { ...statusTexts[status] },
    title: readableNote(title, sight),
    text: readable(first ?? { text: title }, sight),
    summary: readableLines(first?.reading?.summary, sight),
    place: readablePlace(place, sight),
    triage: { ...triage, place: { ...triage.place, value: readablePlace(triage.place.value, sight) } },
    citizen: { id: sight.citizen ? citizen : ticket.code, ...who(contact, sight.citizen), masked: !sight.citizen },
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
