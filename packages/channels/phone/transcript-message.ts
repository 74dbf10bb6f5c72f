import { callerId, citizenNumber } from "#channels/phone/call-identity";
import type { Turn } from "#channels/phone/transcripts/turn";
import type { Pseudonym } from "#contracts/channel-adapter";
import type { Call, InboundMessage, Transcript } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const joined = (turns: readonly Turn[]) => turns.map(({ text }) => text).join(" ");

/** What the citizen said; where nobody knows who that is, everything that is not known to be said by us. */
function citizensWords({ turns }: Transcript): string {
  const bySpeaker = (...speakers: readonly Turn["speaker"][]) =>
    turns.filter(({ speaker }) => speakers.includes(speaker));
  return joined(bySpeaker("citizen")) || joined(bySpeaker("unknown"));
}

/** Only a Vietnamese mobile number surely takes a text. */
function replyTo(number: string | undefined): InboundMessage["reply"] {
  return number !== undefined && /^\+84[35789]/.test(number) ? { kind: "sms", phone: number } : { kind: "none" };
}

/** The message that a transcribed call is. */
export function transcriptMessage(
  delivery: RawDelivery,
  call: Call,
  transcript: Transcript,
  pseudonym: Pseudonym,
): ParsedDelivery {
  const text = citizensWords(transcript);
  if (text === "") return { kind: "ignored", reason: "the citizen said nothing" };
  const phone = citizenNumber(call);
  const { recordingUrl } = call;
  return {
    kind: "message",
    message: {
      channel: "phone",
      source: delivery.source,
      conversation: delivery.conversation,
      vendorMessageId: delivery.messageId,
      sender: { id: callerId(call, pseudonym), ...(phone === undefined ? {} : { phone }) },
      reply: replyTo(phone),
      text,
      attachments: recordingUrl === undefined ? [] : [{ kind: "recording", url: recordingUrl }],
      sentAt: call.startedAt ?? call.endedAt ?? delivery.receivedAt,
      call,
      transcript,
      ...(delivery.gist === undefined ? {} : { gist: delivery.gist }),
    },
  };
}
