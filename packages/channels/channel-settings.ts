import * as z from "zod";

const secret = z.string().min(8, "expected at least 8 characters");
const webhookSecret = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/,
    "expected a Standard Webhooks secret: whsec_ and 24 to 64 bytes of base64",
  );

/** What the channels' adapters need to know, named as the environment's variables (`ESMS_CPID` is `esmsCpid`). */
export const channelSettingsSchema = z.object({
  zaloAppId: z.string().min(1),
  zaloOaId: z.string().min(1),
  zaloWebhookSecret: secret,
  esmsCpid: z.string().min(1),
  esmsPrivateKey: secret,
  vcomClientId: z.string().min(1),
  vcomSecret: secret,
  twilioAuthToken: secret,
  /** Where vendors reach us, without a slash at the end: Twilio signs it. */
  publicUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  phoneWebhookSecret: webhookSecret,
  eventsWebhookSecret: webhookSecret,
  /** SNS topics whose messages, and whose confirmation of a subscription, are ours. */
  smsTopicArns: z.array(z.string().startsWith("arn:aws")).default([]),
  /** The project's account at Stringee; when given, calls of any other account are refused. */
  stringeeAccountSid: z.string().min(1).optional(),
  /** First words that a short code needs and that say nothing about the matter. */
  smsKeywords: z.array(z.string().min(1)).default(["1022", "PA"]),
  /** What eSMS sends back to the citizen at once. Without diacritics: one would double its price. */
  smsAcknowledgement: z.string().default("1022 da nhan tin nhan cua ong/ba va se tra loi qua so nay."),
});
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;
