import { toE164 } from "#channels/phone-number";
import { stripKeyword } from "#channels/sms/strip-keyword";
import { cleanText } from "#channels/vietnamese-text";
import type { Pseudonym } from "#contracts/channel-adapter";
import type { Attachment } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

/** What every SMS gateway's adapter needs besides its own secrets. */
export interface SmsReading {
  readonly pseudonym: Pseudonym;
  /** First words that the short code needs; taken off the text. */
  readonly keywords: readonly string[];
}

/** A text message as any gateway tells it. `from` as the gateway writes it. */
export interface ReceivedSms {
  readonly from: string;
  readonly text: string;
  readonly sentAt: string;
  readonly attachments?: readonly Attachment[];
}

/**
 * The message in our words. A sender that is no phone number (a brandname, a short code) is a machine: ignored.
 *
 * A citizen's STOP is a plain message here; triage decides what it means.
 */
export function smsMessage(
  delivery: RawDelivery,
  sms: ReceivedSms,
  { pseudonym, keywords }: SmsReading,
): ParsedDelivery {
  const phone = toE164(sms.from);
  if (phone === undefined) return { kind: "ignored", reason: "the sender is not a phone number" };
  const originalText = cleanText(sms.text);
  const attachments = [...(sms.attachments ?? [])];
  if (originalText === "" && attachments.length === 0) return { kind: "ignored", reason: "empty text" };
  const text = stripKeyword(originalText, keywords);
  return {
    kind: "message",
    message: {
      channel: "sms",
      source: delivery.source,
      conversation: delivery.conversation,
      vendorMessageId: delivery.messageId,
      sender: { id: pseudonym(phone), phone },
      reply: { kind: "sms", phone },
      text,
      ...(text === originalText ? {} : { originalText }),
      attachments,
      sentAt: sms.sentAt,
    },
  };
}
