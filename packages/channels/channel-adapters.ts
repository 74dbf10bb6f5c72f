import type { ChannelSettings } from "#channels/channel-settings";
import { emailAdapter } from "#channels/email/email-adapter";
import { phoneAdapters } from "#channels/phone/phone-adapters";
import { sensorAdapter } from "#channels/sensor/sensor-adapter";
import { awsSmsAdapter } from "#channels/sms/aws/aws-adapter";
import { awsSmsStatusAdapter } from "#channels/sms/aws/aws-status-adapter";
import { esmsAdapter } from "#channels/sms/esms/esms-adapter";
import { esmsStatusAdapter } from "#channels/sms/esms/esms-status-adapter";
import { twilioAdapter } from "#channels/sms/twilio/twilio-adapter";
import { twilioStatusAdapter } from "#channels/sms/twilio/twilio-status-adapter";
import { vcomAdapter } from "#channels/sms/vcom/vcom-adapter";
import { vcomStatusAdapter } from "#channels/sms/vcom/vcom-status-adapter";
import { webAdapter } from "#channels/web/web-adapter";
import { zaloAdapter } from "#channels/zalo/zalo-adapter";
import type { ChannelAdapter, Pseudonym } from "#contracts/channel-adapter";

/** What adapters do not make themselves: the keyed hash of a phone number, and reading a text from the web. */
export interface ChannelTools {
  readonly pseudonym: Pseudonym;
  readonly fetchText: (url: string) => Promise<string>;
}

/** Every channel's adapter under its path below /webhooks/. A new channel is one folder and one line here. */
export function channelAdapters(settings: ChannelSettings, tools: ChannelTools): ReadonlyMap<string, ChannelAdapter> {
  const sms = { ...tools, keywords: settings.smsKeywords, topicArns: settings.smsTopicArns };
  const esms = { cpid: settings.esmsCpid, privateKey: settings.esmsPrivateKey };
  const vcom = { clientId: settings.vcomClientId, secret: settings.vcomSecret };
  const twilio = { authToken: settings.twilioAuthToken, publicUrl: settings.publicUrl };
  const zalo = { appId: settings.zaloAppId, oaId: settings.zaloOaId, webhookSecret: settings.zaloWebhookSecret };
  const adapters: ChannelAdapter[] = [
    zaloAdapter(zalo),
    webAdapter(tools),
    esmsAdapter({ ...sms, ...esms, acknowledgement: settings.smsAcknowledgement }),
    esmsStatusAdapter(esms),
    vcomAdapter({ ...sms, ...vcom }),
    vcomStatusAdapter(vcom),
    twilioAdapter({ ...sms, ...twilio }),
    twilioStatusAdapter(twilio),
    awsSmsAdapter(sms),
    awsSmsStatusAdapter(sms),
    ...phoneAdapters({
      ...tools,
      secret: settings.phoneWebhookSecret,
      stringeeAccountSid: settings.stringeeAccountSid,
    }),
    emailAdapter(tools),
    sensorAdapter({ secret: settings.eventsWebhookSecret }),
  ];
  return new Map(adapters.map((adapter) => [adapter.source, adapter]));
}
