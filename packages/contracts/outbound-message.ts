import * as z from "zod";
import { clockNameSchema } from "#contracts/clock";
import { instantSchema } from "#contracts/words";

/** How a message may leave. `desk` is the alert list itself: stored, never sent. */
export const outboundChannelSchema = z.enum(["zalo", "zns", "sms", "email", "webhook"]);
export type OutboundChannel = z.infer<typeof outboundChannelSchema>;

export const outboundKindSchema = z.enum([
  "acknowledgement",
  "question",
  "reply",
  "progress",
  "extension",
  "resolution",
  "emergency-advice",
  "rating-request",
  "alert",
  "digest",
  "integration",
]);
export type OutboundKind = z.infer<typeof outboundKindSchema>;

/** To whom. Addresses are looked up when sending, so erasing a citizen erases them here too. */
export const recipientSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("citizen"), citizen: z.string(), conversation: z.string() }),
  z.object({ kind: z.literal("staff"), staff: z.string() }),
  z.object({ kind: z.literal("subscription"), subscription: z.string() }),
]);
export type Recipient = z.infer<typeof recipientSchema>;

/**
 * One thing to be told to one recipient on one channel, at most once.
 *
 * `id` is derived from the event that caused it, the recipient and the channel, so saying it twice is impossible;
 * `state` moves only by conditional writes.
 */
export const outboundMessageSchema = z.object({
  id: z.string().min(1).max(120),
  kind: outboundKindSchema,
  channel: outboundChannelSchema,
  /** Tried in order when the first channel permanently cannot reach the recipient (e.g. Zalo after 7 days: SMS). */
  fallback: z.array(outboundChannelSchema),
  recipient: recipientSchema,
  ticketId: z.string().optional(),
  /** Codes it speaks of: one, or the worst of a digest. */
  ticketCodes: z.array(z.string()),
  subject: z.string().optional(),
  text: z.string(),
  /** What is said instead where it leaves as a text message: without diacritics and short. */
  smsText: z.string().optional(),
  /** For `integration`: the CloudEvent to post. */
  payload: z.record(z.string(), z.unknown()).optional(),
  /** Not before this moment (quiet hours, digests). */
  notBefore: instantSchema.optional(),
  createdAt: instantSchema,
  state: z.enum(["queued", "sending", "sent", "delivered", "seen", "failed", "folded", "unconfirmed"]),
  attempts: z.number().int().nonnegative(),
  claimedAt: instantSchema.optional(),
  /** When the first of the attempts began of which nobody knows the end. */
  unsettledSince: instantSchema.optional(),
  sentAt: instantSchema.optional(),
  vendorMessageId: z.string().optional(),
  failure: z.string().optional(),
});
export type OutboundMessage = z.infer<typeof outboundMessageSchema>;

/** What travels on the `outbound` queue: only the id, never a text or an address. */
export const outboundTaskSchema = z.object({ messageId: z.string() });
export type OutboundTask = z.infer<typeof outboundTaskSchema>;

/** What travels on `sla-due`. */
export const dueTimerSchema = z.object({
  ticketId: z.string(),
  fireAt: instantSchema,
  /** Where the index knows it. The reader goes by the head it reads, never by this. */
  version: z.number().int().positive().optional(),
});
export type DueTimer = z.infer<typeof dueTimerSchema>;

/** A line in a supervisor's alert list. */
export const alertSchema = z.object({
  id: z.string(),
  staff: z.string(),
  kind: z.enum(["warned", "breached", "escalated", "emergency", "delivery-failed", "incident-proposed"]),
  ticketId: z.string(),
  ticketCode: z.string(),
  agency: z.string().optional(),
  clock: clockNameSchema.optional(),
  epoch: z.number().int().optional(),
  dueAt: instantSchema.optional(),
  lateByMs: z.number().int().nonnegative().optional(),
  rung: z.number().int().optional(),
  /** The incident proposal it speaks of; its ticket is the one whose report made it. */
  proposal: z.string().optional(),
  at: instantSchema,
  acknowledgedAt: instantSchema.optional(),
  acknowledgedBy: z.string().optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** The outcome of handing a message to a vendor. `unknown`: it may or may not have been taken; never just retried. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly vendorMessageId?: string }
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string };

export interface OutboundDelivery {
  readonly messageId: string;
  readonly kind: OutboundKind;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly ticketCode?: string;
  readonly payload?: Record<string, unknown>;
  /** When the first attempt began that may have been taken (`unsettledSince`): `wasSent` looks for nothing older, so that an equal text of last week is not taken for it. */
  readonly attemptedAt?: string;
}

/** One vendor's way of sending. */
export interface Sender {
  readonly channel: OutboundChannel;
  /** The `source` of the receipts that speak of what it sends, e.g. `sms/esms`; defaults to the channel. */
  readonly source?: string;
  send(delivery: OutboundDelivery): Promise<SendOutcome>;
  /**
   * Asked after a crash between sending and recording: did the vendor take this message already?
   * "unknown" where the vendor offers no way to tell.
   */
  wasSent(delivery: OutboundDelivery): Promise<"yes" | "no" | "unknown">;
}
