import * as z from "zod";
import { attachmentSchema, callSchema, inboundMessageSchema } from "#contracts/inbound-message";
import { instantSchema, phoneNumberSchema } from "#contracts/words";

/** What a vendor says became of something we sent. `vendorMessageId` is the id the vendor gave our message. */
export const deliveryReceiptSchema = z.object({
  source: z.string(),
  vendorMessageIds: z.array(z.string()).min(1),
  status: z.enum(["delivered", "seen", "failed"]),
  at: instantSchema,
  /** The vendor's code or word for a failure. */
  reason: z.string().optional(),
});
export type DeliveryReceipt = z.infer<typeof deliveryReceiptSchema>;

/** Contact details a citizen gave when asked (Zalo `user_submit_info`, a shared contact). */
export const contactSchema = z.object({
  conversation: z.string(),
  senderId: z.string(),
  name: z.string().optional(),
  phone: phoneNumberSchema.optional(),
  address: z.string().optional(),
  at: instantSchema,
});
export type Contact = z.infer<typeof contactSchema>;

/** A person of the call centre wrote to the citizen with the vendor's own tool (oa.zalo.me). */
export const staffEchoSchema = z.object({
  conversation: z.string(),
  vendorMessageId: z.string(),
  staffId: z.string(),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  sentAt: instantSchema,
});

/**
 * What an adapter read in a delivery: the one closed list of outcomes.
 *
 * `ignored` is genuine and not for us; `unreadable` will never be readable and goes to quarantine with its raw body.
 */
export const parsedDeliverySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), message: inboundMessageSchema }),
  z.object({ kind: z.literal("call"), call: callSchema, conversation: z.string(), vendorMessageId: z.string() }),
  z.object({ kind: z.literal("contact"), contact: contactSchema }),
  z.object({ kind: z.literal("receipt"), receipt: deliveryReceiptSchema }),
  z.object({ kind: z.literal("staff-echo"), echo: staffEchoSchema }),
  z.object({ kind: z.literal("withdrawal"), conversation: z.string(), senderId: z.string(), at: instantSchema }),
  z.object({ kind: z.literal("ignored"), reason: z.string() }),
  z.object({ kind: z.literal("unreadable"), reason: z.string() }),
]);
export type ParsedDelivery = z.infer<typeof parsedDeliverySchema>;
