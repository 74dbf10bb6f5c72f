import type { ChannelSettings } from "#channels/channel-settings";
import { phoneSources } from "#channels/phone/phone-sources";
import type { ChannelAdapter, Pseudonym } from "#contracts/channel-adapter";
import { lazily } from "#platform/lazily";

/** What adapters do not make themselves: the keyed hash of a phone number, and reading a text from the web. */
export interface ChannelTools {
  readonly pseudonym: Pseudonym;
  readonly fetchText: (url: string) => Promise<string>;
}

/** Every adapter under its path below /webhooks/, each loaded when it is first asked for. */
export type ChannelAdapters = ReadonlyMap<string, () => Promise<ChannelAdapter>>;

/**
 * Every channel's adapter. A new channel is one folder and one line here.
 *
 * Loaded one by one: a vendor waits for a cold start, and has no use for what the other vendors' calls need.
 */
export function channelAdapters(settings: ChannelSettings, tools: ChannelTools): ChannelAdapters {
  const sms = { ...tools, keywords: settings.smsKeywords, topicArns: settings.smsTopicArns };
  const esms = { cpid: settings.esmsCpid, privateKey: settings.esmsPrivateKey };
  const vcom = { clientId: settings.vcomClientId, secret: settings.vcomSecret };
  const twilio = { authToken: settings.twilioAuthToken, publicUrl: settings.publicUrl };
  const zalo = { appId: settings.zaloAppId, oaId: settings.zaloOaId, webhookSecret: settings.zaloWebhookSecret };
  const phone = { ...tools, secret: settings.phoneWebhookSecret, stringeeAccountSid: settings.stringeeAccountSid };
  const acknowledgement = settings.smsAcknowledgement;
  const events = { secret: settings.eventsWebhookSecret };

  const loaders: Readonly<Record<string, () => Promise<ChannelAdapter>>> = {
    zalo: async () => (await import("#channels/zalo/zalo-adapter")).zaloAdapter(zalo),
    web: async () => (await import("#channels/web/web-adapter")).webAdapter(tools),
    "sms/esms": async () =>
      (await import("#channels/sms/esms/esms-adapter")).esmsAdapter({ ...sms, ...esms, acknowledgement }),
    "sms/esms/status": async () => (await import("#channels/sms/esms/esms-status-adapter")).esmsStatusAdapter(esms),
    "sms/vcom": async () => (await import("#channels/sms/vcom/vcom-adapter")).vcomAdapter({ ...sms, ...vcom }),
    "sms/vcom/status": async () => (await import("#channels/sms/vcom/vcom-status-adapter")).vcomStatusAdapter(vcom),
    "sms/twilio": async () =>
      (await import("#channels/sms/twilio/twilio-adapter")).twilioAdapter({ ...sms, ...twilio }),
    "sms/twilio/status": async () =>
      (await import("#channels/sms/twilio/twilio-status-adapter")).twilioStatusAdapter(twilio),
    "sms/aws": async () => (await import("#channels/sms/aws/aws-adapter")).awsSmsAdapter(sms),
    "sms/aws/status": async () => (await import("#channels/sms/aws/aws-status-adapter")).awsSmsStatusAdapter(sms),
    ...Object.fromEntries(
      phoneSources.map((source) => [
        source,
        async () => (await import("#channels/phone/phone-adapters")).phoneAdapter(source, phone),
      ]),
    ),
    email: async () => (await import("#channels/email/email-adapter")).emailAdapter(tools),
    sensor: async () => (await import("#channels/sensor/sensor-adapter")).sensorAdapter(events),
  };
  return new Map(Object.entries(loaders).map(([source, load]) => [source, lazily(load)]));
}
