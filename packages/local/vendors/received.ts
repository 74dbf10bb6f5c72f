import * as z from "zod";
import { outboundChannelSchema } from "#contracts/outbound-message";
import { instantSchema } from "#contracts/words";

/** Something a vendor took from us, as the vendor double keeps it. */
export const receivedSchema = z.object({
  id: z.string(),
  at: instantSchema,
  vendor: z.string(),
  channel: outboundChannelSchema,
  to: z.string(),
  text: z.string(),
  subject: z.string().optional(),
  /** Our own id of the message, where the vendor's form has a place for it. */
  messageId: z.string().optional(),
  /** What the vendor answered as its id of the message. */
  vendorMessageId: z.string(),
  payload: z.unknown(),
});
export type Received = z.infer<typeof receivedSchema>;
