import * as z from "zod";
import { writtenGistSchema } from "#contracts/gist";
import { instantSchema } from "#contracts/words";

/**
 * A channel's call, proven genuine and otherwise unread, on its way to `open-ticket`.
 *
 * `conversation` is the FIFO group, `messageId` what the vendor calls this message; both come from the adapter's
 * `identify`, which never throws. `body` holds the bytes as received: as text when they are UTF-8, else as base64;
 * large ones gzipped, because a queue takes 1 MiB.
 */
export const rawDeliverySchema = z.object({
  /** The adapter that proved it, e.g. `zalo`, `sms/esms`, `phone/transcripts`. */
  source: z.string().min(1),
  conversation: z.string().min(1),
  messageId: z.string().min(1),
  body: z.string(),
  encoding: z.enum(["utf8", "base64", "gzip-base64"]),
  /** Query string without the leading question mark, where the vendor speaks in it (eSMS). */
  query: z.string().optional(),
  contentType: z.string().optional(),
  /** The headers `ce-*`, in which CloudEvents carries an event's attributes: nothing else of the headers is kept. */
  attributes: z.record(z.string(), z.string()).optional(),
  receivedAt: instantSchema,
  /** What a language model made of a call, where one is switched on and answered in time. */
  gist: writtenGistSchema.optional(),
});
export type RawDelivery = z.infer<typeof rawDeliverySchema>;

/** Takes a delivery for good: when `send` returns, the message will be worked on however often we die. */
export interface InboundQueue {
  send(delivery: RawDelivery): Promise<void>;
}
