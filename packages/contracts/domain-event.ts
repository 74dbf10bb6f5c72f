import * as z from "zod";
import { clockSchema } from "#contracts/clock";
import { callSchema } from "#contracts/inbound-message";
import { redirectSchema } from "#contracts/message-reading";
import { flagsSchema, placeSchema, triageSchema } from "#contracts/ticket";
import { channelSchema, emergencyNumberSchema, instantSchema, roleSchema, urgencySchema } from "#contracts/words";

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const text = z.string();

/** Everything that can happen to a ticket, in the ledger's words. Free text is personal data: it never leaves with an integration event. */
export const ticketEventSchemas = [
  event("ticket.opened", {
    code: z.string(),
    channel: channelSchema,
    conversation: z.string(),
    citizen: z.string(),
    category: z.string(),
    urgency: urgencySchema,
    title: text,
    place: placeSchema,
    flags: flagsSchema,
    triage: triageSchema,
    firstMessageId: z.string(),
    trackingTokenHash: z.string().optional(),
    callIds: z.array(z.string()).optional(),
  }),
  event("ticket.message-added", { messageId: z.string(), direction: z.enum(["in", "out"]), conversation: z.string() }),
  event("ticket.classified", {
    category: z.string(),
    urgency: urgencySchema,
    place: placeSchema,
    title: text.optional(),
    needsTriage: z.boolean(),
    emergency: z.boolean(),
    /** Danger that nobody was woken for yet: somebody must be. */
    raised: z.boolean().optional(),
    /** Whom to call in it, the fittest first. */
    callFirst: z.array(emergencyNumberSchema).optional(),
    /** The citizen asked only later that nobody learn who told. */
    anonymous: z.literal(true).optional(),
    /** It turned out to go its own way; null: it was no such thing after all. */
    redirect: redirectSchema.nullable().optional(),
  }),
  event("ticket.assigned", { agency: z.string(), supporting: z.array(z.string()), reason: text.optional() }),
  event("ticket.accepted", { assignee: z.string() }),
  event("ticket.returned", { reason: text, from: z.string() }),
  event("ticket.information-asked", { text }),
  event("ticket.information-given", { messageId: z.string() }),
  event("ticket.replied", { text, by: z.string() }),
  event("ticket.noted", { text, by: z.string() }),
  event("ticket.progress-reported", { text, newDueAt: instantSchema }),
  event("ticket.extension-requested", { reason: text, newDueAt: instantSchema, by: z.string() }),
  event("ticket.extension-approved", { reason: text, newDueAt: instantSchema, by: z.string() }),
  event("ticket.extension-refused", { reason: text, by: z.string() }),
  event("ticket.resolved", { text }),
  event("ticket.answered", { text }),
  event("ticket.rejected", { reason: text, nextStep: text }),
  event("ticket.redirected", { to: z.string(), reason: text }),
  event("ticket.handed-over", { to: z.string(), text, by: z.string() }),
  event("ticket.confirmed", {}),
  event("ticket.rated", { score: z.number().int().min(1).max(5), reason: text.optional() }),
  event("ticket.reopened", { reason: text, messageId: z.string().optional() }),
  event("ticket.closed", { reason: z.enum(["confirmed", "silence", "by-staff"]), text: text.optional() }),
  event("ticket.merged", { into: z.string() }),
  event("ticket.unmerged", { from: z.string() }),
  /** An agent says that it is of the same matter as another ticket. It keeps its clocks: its citizen is owed an answer. */
  event("ticket.duplicate-marked", { of: z.string(), by: z.string() }),
  event("ticket.duplicate-unmarked", { from: z.string(), by: z.string() }),
  /** One of the matters of a message (all of it, without a `matter`) became a ticket of its own. */
  event("ticket.split", {
    conversation: z.string(),
    messageId: z.string(),
    matter: z.number().int().nonnegative().optional(),
    into: z.string(),
    by: z.string(),
  }),
  event("ticket.escalated", { reason: text, by: z.string() }),
  event("ticket.call-linked", { call: callSchema.omit({ from: true, to: true }) }),
  event("ticket.contact-learnt", { messageId: z.string().optional() }),
] as const;

/** A clock event carries the whole clock as it is afterwards; applying it is replacing the clock of that name and epoch. */
const clockEvent = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  event(type, { clock: clockSchema, ...shape });

/** The staff a ring is for, by id, in the order of the ladder; `channels` as the rung names them. */
const told = {
  told: z.array(z.string()),
  channels: z.array(z.string()),
};

export const slaEventSchemas = [
  clockEvent("sla.started", {}),
  clockEvent("sla.paused", {}),
  clockEvent("sla.resumed", {}),
  clockEvent("sla.warned", { fraction: z.number(), ...told, lateByMs: z.number().int().nonnegative() }),
  clockEvent("sla.breached", { ...told, lateByMs: z.number().int().nonnegative() }),
  clockEvent("sla.escalated", { rung: z.number().int().positive(), ...told, lateByMs: z.number().int().nonnegative() }),
  clockEvent("sla.acknowledged", { by: z.string(), heldUntil: instantSchema.optional() }),
  clockEvent("sla.extended", { previousDueAt: instantSchema }),
  clockEvent("sla.met", {}),
  clockEvent("sla.cancelled", {}),
  clockEvent("sla.recomputed", { previousDueAt: instantSchema.optional(), reason: z.string() }),
] as const;

export const ticketEventSchema = z.discriminatedUnion("type", ticketEventSchemas);
export const slaEventSchema = z.discriminatedUnion("type", slaEventSchemas);
export const domainEventSchema = z.discriminatedUnion("type", [...ticketEventSchemas, ...slaEventSchemas]);
export type TicketEvent = z.infer<typeof ticketEventSchema>;
export type SlaEvent = z.infer<typeof slaEventSchema>;
export type DomainEvent = z.infer<typeof domainEventSchema>;
export type DomainEventType = DomainEvent["type"];

/** Who did it: the citizen, a person at the desk, or the system by itself. */
export const actorSchema = z.object({
  kind: z.enum(["citizen", "staff", "system"]),
  id: z.string().optional(),
  role: roleSchema.optional(),
  agency: z.string().optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/**
 * One act on a ticket and all that followed from it, written in one piece. Append-only; the sequence of entry and
 * version of the head are the same number.
 */
export const ledgerEntrySchema = z.object({
  ticketId: z.string(),
  sequence: z.number().int().positive(),
  at: instantSchema,
  actor: actorSchema,
  events: z.array(domainEventSchema).min(1),
  /** Where one act must happen once: the message or the client's idempotency key that caused it. */
  cause: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The id of one event, stable for ever: `<ticketId>.<sequence>.<position>`. */
export function eventIdOf(entry: Pick<LedgerEntry, "ticketId" | "sequence">, position: number): string {
  return `${entry.ticketId}.${entry.sequence}.${position}`;
}
