import * as z from "zod";
import type { LedgerEntry } from "#contracts/domain-event";
import {
  attachmentSchema,
  callSchema,
  locationSchema,
  replyAddressSchema,
  transcriptSchema,
} from "#contracts/inbound-message";
import { messageReadingSchema } from "#contracts/message-reading";
import type { Ticket } from "#contracts/ticket";
import { channelSchema, instantSchema } from "#contracts/words";

/** A message as kept for ever: its natural key (conversation and vendor id) is the proof that it was taken once. */
export const storedMessageSchema = z.object({
  conversation: z.string(),
  vendorMessageId: z.string(),
  ticketId: z.string(),
  channel: channelSchema,
  source: z.string(),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  location: locationSchema.optional(),
  transcript: transcriptSchema.optional(),
  /** What triage read in it; absent with what our own people said, and with messages from before it was kept. */
  reading: messageReadingSchema.optional(),
  sentAt: instantSchema,
  storedAt: instantSchema,
});
export type StoredMessage = z.infer<typeof storedMessageSchema>;

/** The ticket a conversation was last about, and how to answer on it. Whether it still is: the ticket itself tells. */
export const conversationSchema = z.object({
  ticketId: z.string(),
  citizen: z.string(),
  reply: replyAddressSchema,
});
export type Conversation = z.infer<typeof conversationSchema>;

/** What is known of one call: its record, the ticket it belongs to, or both, in whatever order they came. */
export const storedCallSchema = z.object({
  callId: z.string(),
  ticketId: z.string().optional(),
  call: callSchema.optional(),
  revision: z.number().int().positive(),
});
export type StoredCall = z.infer<typeof storedCallSchema>;

/** What a citizen let us know of themselves. Kept apart from tickets, so it can be erased by itself. */
export interface CitizenContact {
  readonly citizen: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** One act on one ticket with all that must be written with it or not at all. */
export interface TicketWrite {
  /** The head as it was read; undefined for a new ticket. */
  readonly before: Ticket | undefined;
  readonly after: Ticket;
  readonly entry: LedgerEntry;
  readonly message?: StoredMessage;
  readonly conversation?: {
    readonly id: string;
    readonly before: Conversation | undefined;
    readonly after: Conversation;
  };
  readonly call?: { readonly before: StoredCall | undefined; readonly after: StoredCall };
  readonly contact?: CitizenContact;
  /** A client's key under which this act happens once. */
  readonly idempotency?: { readonly key: string; readonly expiresAt: Date };
}

/** "raced": somebody else wrote first; nothing was written. Read again and decide again. */
export type WriteOutcome = "written" | "raced";

export interface TicketStore {
  /** Strongly consistent: what is known of a conversation and of one message in it. */
  conversation(id: string, vendorMessageId: string): Promise<{ conversation?: Conversation; message?: StoredMessage }>;
  call(callId: string): Promise<StoredCall | undefined>;
  find(ticketId: string): Promise<Ticket | undefined>;
  idOfCode(code: string): Promise<string | undefined>;
  write(write: TicketWrite): Promise<WriteOutcome>;
  /** Keeps a call's record that has no ticket yet. */
  keepCall(before: StoredCall | undefined, after: StoredCall): Promise<WriteOutcome>;
  /** The ticket on which a client's key has been used. */
  idempotent(key: string): Promise<string | undefined>;
  leaseCodes(year: number, size: number): Promise<number>;
}
