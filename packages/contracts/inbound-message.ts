import * as z from "zod";
import { writtenGistSchema } from "#contracts/gist";
import { channelSchema, instantSchema, phoneNumberSchema } from "#contracts/words";

/** Something a citizen sent besides text. `url` is the vendor's and may die within days. */
export const attachmentSchema = z.object({
  kind: z.enum(["image", "file", "audio", "video", "sticker", "link", "gif", "contact", "recording"]),
  url: z.string().optional(),
  name: z.string().optional(),
  contentType: z.string().optional(),
  sizeBytes: z.number().int().nonnegative().optional(),
  description: z.string().optional(),
  /** A picture's or file's id in our own bucket. */
  uploadId: z.string().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const locationSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  address: z.string().optional(),
});
export type Location = z.infer<typeof locationSchema>;

/** One phone call as a call centre or PBX tells it. Hidden numbers have no `from`. */
export const callSchema = z.object({
  id: z.string().min(1),
  from: phoneNumberSchema.optional(),
  to: z.string().optional(),
  direction: z.enum(["inbound", "outbound"]),
  startedAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  agentId: z.string().optional(),
  recordingUrl: z.string().optional(),
  /** How the call ended, in our words. */
  outcome: z.enum(["answered", "missed", "busy", "failed"]).optional(),
  durationMs: z.number().int().nonnegative().optional(),
});
export type Call = z.infer<typeof callSchema>;

export const turnSchema = z.object({
  speaker: z.enum(["citizen", "agent", "bot", "unknown"]),
  startMs: z.number().int().nonnegative().optional(),
  endMs: z.number().int().nonnegative().optional(),
  text: z.string(),
  confidence: z.number().min(0).max(1).optional(),
});
export const transcriptSchema = z.object({ language: z.string(), turns: z.array(turnSchema).min(1) });
export type Transcript = z.infer<typeof transcriptSchema>;

/** How to answer on the channel the citizen used. `none`: the citizen cannot be reached on it. */
export const replyAddressSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("zalo"), userId: z.string() }),
  z.object({ kind: z.literal("zalo-anonymous"), anonymousId: z.string(), conversationId: z.string() }),
  z.object({ kind: z.literal("sms"), phone: phoneNumberSchema }),
  z.object({ kind: z.literal("email"), address: z.string() }),
  z.object({ kind: z.literal("none") }),
  /** The citizen told us to stop: nothing is sent on any channel until they write again. */
  z.object({ kind: z.literal("refused") }),
]);
export type ReplyAddress = z.infer<typeof replyAddressSchema>;

/** What the citizen chose in the web form, beyond the text. */
export const webFormSchema = z.object({
  /** The code promised to the citizen in the answer to the form. */
  code: z.string(),
  /** SHA-256 of the tracking token, hex: the token itself is only ever with the citizen. */
  trackingTokenHash: z.string(),
  category: z.string().optional(),
  area: z.string().optional(),
  publish: z.boolean(),
  anonymous: z.boolean(),
  consent: z.record(z.string(), z.boolean()),
});

/**
 * What a citizen said, in our words, whatever the channel. Text is NFC; ids are strings; times carry their zone.
 *
 * `conversation` is `<channel>#<sender>` with phone numbers under a keyed hash; `vendorMessageId` is unique in it.
 */
export const inboundMessageSchema = z.object({
  channel: channelSchema,
  source: z.string(),
  conversation: z.string().min(3),
  vendorMessageId: z.string().min(1),
  sender: z.object({
    /** The channel's id of the sender, or the keyed hash of a phone number: never the number itself. */
    id: z.string().min(1),
    phone: phoneNumberSchema.optional(),
    name: z.string().optional(),
    email: z.string().optional(),
  }),
  reply: replyAddressSchema,
  text: z.string(),
  /** The text as written, where a short code's keyword was taken off its beginning. */
  originalText: z.string().optional(),
  attachments: z.array(attachmentSchema),
  location: locationSchema.optional(),
  sentAt: instantSchema,
  /** The vendor's id of the message this one answers. */
  quotes: z.string().optional(),
  /** The code of the ticket it is about, where the citizen proved that it is theirs. */
  about: z.string().optional(),
  call: callSchema.optional(),
  transcript: transcriptSchema.optional(),
  /** Title and lines that a language model wrote of the call; without it triage takes them from the text. */
  gist: writtenGistSchema.optional(),
  form: webFormSchema.optional(),
});
export type InboundMessage = z.infer<typeof inboundMessageSchema>;
