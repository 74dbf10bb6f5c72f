import * as z from "zod";
import { attachmentSchema } from "#contracts/inbound-message";
import { instantSchema } from "#contracts/words";

/** A sender that can be answered: one address, in small letters so that one person is one conversation. */
export const addressSchema = z
  .string()
  .regex(/^[^\s@<>",;:]{1,64}@[^\s@<>",;:]{1,190}\.[^\s@<>",;:.]{2,63}$/, "expected an e-mail address")
  .toLowerCase();

/** A mail after its MIME was taken apart: what travels on the queue as the body of an `email` delivery. */
export const emailBodySchema = z.object({
  from: z.object({ address: addressSchema, name: z.string().optional() }),
  /** Message-ID without its brackets. */
  messageId: z.string().optional(),
  text: z.string(),
  sentAt: instantSchema,
  /** Message-ID of the mail that this one answers, without its brackets. */
  inReplyTo: z.string().optional(),
  attachments: z.array(attachmentSchema),
  /** Why nobody is to answer it: an absence note, a bounce, ourselves. */
  automatic: z.string().optional(),
});
export type EmailBody = z.infer<typeof emailBodySchema>;
