import { deliveryText } from "#channels/delivery-body";
import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { callConversation } from "#channels/phone/call-identity";
import { callTranscriptOf } from "#channels/phone/transcript-call";
import { transcriptMessage } from "#channels/phone/transcript-message";
import { readTranscript } from "#channels/phone/transcripts/read-transcript";
import { proveSignedJson } from "#channels/prove-signed-json";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import type { ChannelAdapter, Identity, Pseudonym, WebhookRequest } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

export interface PhoneSettings {
  /** Standard Webhooks secret, `whsec_...`. */
  readonly secret: string;
  readonly pseudonym: Pseudonym;
}

/** One call is one message, however often and in whichever form its transcript comes. */
export function transcriptIdentity(request: WebhookRequest, pseudonym: Pseudonym): Identity {
  const read = callTranscriptOf(readJson(requestText(request)));
  if (read === undefined) return identityOfBytes("phone", request);
  return { conversation: callConversation(read.call, pseudonym), messageId: `call#${plainId(read.call.id)}` };
}

function read(delivery: RawDelivery, pseudonym: Pseudonym): ParsedDelivery {
  const text = deliveryText(delivery);
  if (text === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const given = callTranscriptOf(readJson(text));
  if (given === undefined) return { kind: "unreadable", reason: "expected {call: {id, ...}, transcript: {...}}" };
  const reading = readTranscript(given.transcript);
  return reading.kind === "unreadable"
    ? reading
    : transcriptMessage(delivery, given.call, reading.transcript, pseudonym);
}

/** Transcripts of calls: ours, or a recogniser's result inside `{call, transcript}`. */
export function transcriptAdapter({ secret, pseudonym }: PhoneSettings): ChannelAdapter {
  return {
    channel: "phone",
    source: "phone/transcripts",
    method: "POST",
    prove: (request, now) => proveSignedJson(request, secret, now),
    identify: (request) => transcriptIdentity(request, pseudonym),
    answer: () => ({ status: 202 }),
    parse: (delivery) => read(delivery, pseudonym),
  };
}
