import * as z from "zod";
import { clockSchema } from "#contracts/clock";
import { redirectSchema } from "#contracts/message-reading";
import {
  channelSchema,
  emergencyNumberSchema,
  instantSchema,
  ticketStatusSchema,
  urgencySchema,
} from "#contracts/words";

/** Where the matter is. `candidates`: places the words fit equally well; the citizen is asked which. */
export const placeSchema = z.object({
  areaCode: z.string().optional(),
  area: z.string().optional(),
  address: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  candidates: z.array(z.object({ areaCode: z.string(), area: z.string() })).optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** A reading with how sure it is (0 to 1) and the words that spoke for it. */
const readingOf = <T extends z.ZodType>(value: T) =>
  z.object({ value, confidence: z.number().min(0).max(1), why: z.array(z.string()) });

/** What triage made of a text. Every reading is a proposal that an agent may correct. */
export const triageSchema = z.object({
  category: readingOf(z.string()),
  /** The runners-up, best first, without the first. */
  alternatives: z.array(z.object({ value: z.string(), confidence: z.number() })).optional(),
  urgency: readingOf(urgencySchema),
  place: readingOf(placeSchema),
  /** It goes its own way: a person at the desk looks at it. The rest of a reading stays with its message. */
  redirect: redirectSchema.optional(),
  /** Whom to call in the dangers the words name, the fittest first. */
  callFirst: z.array(emergencyNumberSchema).optional(),
});
export type TicketTriage = z.infer<typeof triageSchema>;

export const flagsSchema = z.object({
  emergency: z.boolean(),
  anonymous: z.boolean(),
  publish: z.boolean(),
  needsTriage: z.boolean(),
  reopened: z.boolean(),
  duplicateOf: z.string().optional(),
  incident: z.string().optional(),
});
export type Flags = z.infer<typeof flagsSchema>;

/**
 * The head of a ticket: all that lists, clocks and rules need, in one small item. Names, phones and full texts are
 * kept apart (citizen, messages). It can be rebuilt from the ledger at any time.
 */
export const ticketSchema = z.object({
  id: z.string(),
  code: z.string(),
  /** One more with every change; also the sequence number of the last ledger entry. */
  version: z.number().int().positive(),
  status: ticketStatusSchema,
  channel: channelSchema,
  conversation: z.string(),
  /** The citizen's id (keyed hash); their name and phone are in the citizen's own item. */
  citizen: z.string(),
  category: z.string(),
  urgency: urgencySchema,
  /** The first words of the matter, masked of personal data, at most 100 characters. */
  title: z.string(),
  place: placeSchema,
  agency: z.string().optional(),
  supporting: z.array(z.string()),
  assignee: z.string().optional(),
  clocks: z.array(clockSchema),
  /** The earliest moment at which anything on this ticket rings. Absent: nothing can. */
  fireAt: instantSchema.optional(),
  escalation: z.object({ rung: z.number().int(), acknowledgedAt: instantSchema.optional() }).optional(),
  extension: z
    .object({ reason: z.string(), newDueAt: instantSchema, requestedBy: z.string(), requestedAt: instantSchema })
    .optional(),
  flags: flagsSchema,
  /** When somebody was last woken for danger on it. */
  alarmedAt: instantSchema.optional(),
  /** To whom the danger was handed over, by whom and when: `112` to `115`, or `111`. */
  handedOver: z.array(z.object({ to: z.string(), by: z.string(), at: instantSchema })).optional(),
  triage: triageSchema,
  firstMessageId: z.string(),
  messageCount: z.number().int().nonnegative(),
  /** SHA-256 of the citizen's tracking token, hex. */
  trackingTokenHash: z.string().optional(),
  /** Calls whose record or transcript belongs here. */
  callIds: z.array(z.string()).optional(),
  openedAt: instantSchema,
  updatedAt: instantSchema,
  resolvedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
});
export type Ticket = z.infer<typeof ticketSchema>;
