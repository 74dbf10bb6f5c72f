import type { InboundMessage } from "#contracts/inbound-message";
import type { MessageReading } from "#contracts/message-reading";
import type { StoredMessage } from "#tickets/ticket-store";

/** What was said, by a citizen or by one of ours in the vendor's own chat. */
type Said = Pick<InboundMessage, "conversation" | "vendorMessageId" | "text" | "attachments" | "sentAt"> &
  Partial<Pick<InboundMessage, "location" | "transcript">>;

/** A message as it is kept with its ticket. */
export function storedMessage(
  said: Said,
  kept: Pick<StoredMessage, "ticketId" | "channel" | "source">,
  now: Date,
  reading?: MessageReading,
): StoredMessage {
  const { conversation, vendorMessageId, text, attachments, location, transcript, sentAt } = said;
  return {
    ...kept,
    conversation,
    vendorMessageId,
    text,
    attachments,
    sentAt,
    storedAt: now.toISOString(),
    ...(location === undefined ? {} : { location }),
    ...(transcript === undefined ? {} : { transcript }),
    ...(reading === undefined ? {} : { reading }),
  };
}
