import { environment, type SettingForm, type SettingForms, type Settings } from "#platform/environment";
import { listSetting, secretSetting, settingOr, textSetting, urlSetting } from "#platform/setting";

const webhookSecret = textSetting("expected a Standard Webhooks secret: whsec_ and 24 to 64 bytes of base64", (text) =>
  /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(text),
);
const arnsOfTopics = listSetting("expected ARNs of SNS topics", (entry) => entry.startsWith("arn:aws"));
const words = listSetting("expected words with commas between them");

/**
 * What the channels' adapters need to know, named as the environment's variables (`ESMS_CPID` is `esmsCpid`).
 *
 * Without zod: the webhooks read them at a cold start, while a vendor waits.
 */
const channelForms = {
  zaloAppId: textSetting(),
  zaloOaId: textSetting(),
  zaloWebhookSecret: secretSetting(8),
  esmsCpid: textSetting(),
  esmsPrivateKey: secretSetting(8),
  vcomClientId: textSetting(),
  vcomSecret: secretSetting(8),
  twilioAuthToken: secretSetting(8),
  /** Where vendors reach us: Twilio signs it. */
  publicUrl: urlSetting(),
  phoneWebhookSecret: webhookSecret,
  eventsWebhookSecret: webhookSecret,
  /** SNS topics whose messages, and whose confirmation of a subscription, are ours. */
  smsTopicArns: settingOr(arnsOfTopics, []),
  /** The project's account at Stringee; when given, calls of any other account are refused. */
  stringeeAccountSid: settingOr(textSetting(), undefined),
  /** First words that a short code needs and that say nothing about the matter. */
  smsKeywords: settingOr(words, ["1022", "PA"] as const),
  /** What eSMS sends back to the citizen at once. Without diacritics: one would double its price. */
  smsAcknowledgement: settingOr(textSetting(), "1022 da nhan tin nhan cua ong/ba va se tra loi qua so nay."),
} satisfies SettingForms;
export type ChannelSettings = Settings<typeof channelForms>;

const variableOf = (setting: string) => setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The same settings under their names in the environment, as the platform's `environment` and `settings` take them. */
export const channelEnvironment: Readonly<Record<string, SettingForm>> = Object.fromEntries(
  Object.entries(channelForms).map(([setting, form]) => [variableOf(setting), form]),
);

/** The settings out of the environment's variables, read with `channelEnvironment` before or not. */
export function channelSettingsOf(variables: Readonly<Record<string, unknown>>): ChannelSettings {
  const given = Object.keys(channelForms).map((setting) => [setting, variables[variableOf(setting)]]);
  const read = environment(channelForms, Object.fromEntries(given));
  return { ...read, publicUrl: read.publicUrl.replace(/\/+$/, "") };
}
