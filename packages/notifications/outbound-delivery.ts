import type { OutboundDelivery, OutboundMessage } from "#contracts/outbound-message";
import { smsText } from "#notifications/sms-text";

/** What a sender gets of a message: the words for its channel, and one address. */
export function outboundDelivery(message: OutboundMessage, to: string, attemptedAt?: string): OutboundDelivery {
  const { id, kind, channel, subject, text, payload, ticketCodes } = message;
  const [ticketCode] = ticketCodes;
  return {
    messageId: id,
    kind,
    to,
    ...(subject === undefined ? {} : { subject }),
    text: channel === "sms" ? (message.smsText ?? smsText(text)) : text,
    ...(ticketCode === undefined ? {} : { ticketCode }),
    ...(payload === undefined ? {} : { payload }),
    ...(attemptedAt === undefined ? {} : { attemptedAt }),
  };
}
