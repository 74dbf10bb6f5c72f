import { readAsteriskRecord } from "#channels/phone/calls/asterisk-record";
import { callRecordAdapter } from "#channels/phone/calls/call-record-adapter";
import { readNeutralRecord } from "#channels/phone/calls/neutral-record";
import { readOmicallRecord } from "#channels/phone/calls/omicall-record";
import { provePbx, proveStringee } from "#channels/phone/calls/pbx-proof";
import { readStringeeRecord } from "#channels/phone/calls/stringee-record";
import type { PhoneSource } from "#channels/phone/phone-sources";
import { type PhoneSettings, transcriptAdapter } from "#channels/phone/transcript-adapter";
import { proveStandardWebhook } from "#channels/standard-webhooks";
import type { ChannelAdapter } from "#contracts/channel-adapter";

export interface PhoneAdaptersSettings extends PhoneSettings {
  readonly stringeeAccountSid?: string | undefined;
}

const STRINGEE = "phone/calls/stringee";
const OMICALL = "phone/calls/omicall";
const ASTERISK = "phone/calls/asterisk";

/** Everything that comes from telephones. `phone/calls` takes every PBX's form when it is signed as ours. */
export function phoneAdapters(settings: PhoneAdaptersSettings): ChannelAdapter[] {
  const { secret, pseudonym, stringeeAccountSid } = settings;
  const every = [readNeutralRecord, readStringeeRecord, readOmicallRecord, readAsteriskRecord];
  return [
    transcriptAdapter(settings),
    callRecordAdapter({
      source: "phone/calls",
      readers: every,
      prove: (request, now) => proveStandardWebhook(request, secret, now),
      thanks: 202,
      pseudonym,
    }),
    callRecordAdapter({
      source: STRINGEE,
      readers: [readStringeeRecord],
      prove: proveStringee(STRINGEE, secret, stringeeAccountSid),
      thanks: 200,
      pseudonym,
    }),
    callRecordAdapter({
      source: OMICALL,
      readers: [readOmicallRecord],
      prove: provePbx(OMICALL, secret),
      thanks: 200,
      pseudonym,
    }),
    callRecordAdapter({
      source: ASTERISK,
      readers: [readAsteriskRecord],
      prove: provePbx(ASTERISK, secret),
      thanks: 202,
      pseudonym,
    }),
  ];
}

/** The one of them that is called at this path. */
export function phoneAdapter(source: PhoneSource, settings: PhoneAdaptersSettings): ChannelAdapter {
  const adapter = phoneAdapters(settings).find((one) => one.source === source);
  if (adapter === undefined) throw new TypeError(`No adapter is named ${source}`);
  return adapter;
}
