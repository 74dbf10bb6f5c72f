import * as z from "zod";

const secret = z.string().min(8, "expected at least 8 characters");
const webhookSecret = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/,
    "expected a Standard Webhooks secret: whsec_ and 24 to 64 bytes of base64",
  );

/** A list, in the environment with commas between its entries. */
const listOf = (entry: z.ZodString) =>
  z.preprocess((value) => {
    if (typeof value !== "string") return value;
    return value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }, z.array(entry));

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
  smsTopicArns: listOf(z.string().startsWith("arn:aws", "expected ARNs of SNS topics")).default([]),
  /** The project's account at Stringee; when given, calls of any other account are refused. */
  stringeeAccountSid: z.string().min(1).optional(),
  /** First words that a short code needs and that say nothing about the matter. */
  smsKeywords: listOf(z.string().min(1)).default(["1022", "PA"]),
  /** What eSMS sends back to the citizen at once. Without diacritics: one would double its price. */
  smsAcknowledgement: z.string().default("1022 da nhan tin nhan cua ong/ba va se tra loi qua so nay."),
});
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

const variableOf = (setting: string) => setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const shape: Readonly<Record<string, z.ZodType>> = channelSettingsSchema.shape;

/** The same settings under their names in the environment, as the platform's `environment` and `settings` take them. */
export const channelEnvironment: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(shape).map(([setting, schema]) => [variableOf(setting), schema]),
);

/** The settings out of variables that were read with `channelEnvironment`, others among them or not. */
export function channelSettingsOf(variables: Readonly<Record<string, unknown>>): ChannelSettings {
  const given = Object.keys(shape).map((setting) => [setting, variables[variableOf(setting)]]);
  return channelSettingsSchema.parse(Object.fromEntries(given));
}
