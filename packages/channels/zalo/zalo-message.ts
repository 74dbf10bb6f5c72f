import { onlyGiven } from "#channels/only-given";
import { type ZaloContent, zaloContent } from "#channels/zalo/zalo-content";
import { zaloConversation, zaloUser } from "#channels/zalo/zalo-conversation";
import type { ZaloEvent } from "#channels/zalo/zalo-event";
import { ignored, unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";
import type { ReplyAddress } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";

/** What became of a message that says nothing we can show: sent empty, or made of parts that we cannot read. */
function readingOfNothing({ message }: ZaloEvent): ParsedDelivery {
  if ((message?.attachments ?? []).length > 0) return unreadable("no attachment of the message could be read");
  return message?.text === undefined
    ? unreadable("expected message.text or message.attachments")
    : ignored("message with an empty text");
}

const saysNothing = ({ text, attachments, location }: ZaloContent) =>
  text === "" && attachments.length === 0 && location === undefined;

function read(reply: (user: string) => ReplyAddress): ZaloReader {
  return ({ event, oaId, source, at }) => {
    const userId = zaloUser(event, oaId);
    const conversation = zaloConversation(event, oaId);
    if (userId === undefined || conversation === undefined) return unreadable("expected the citizen's id in sender.id");
    const vendorMessageId = event.message?.msg_id;
    if (vendorMessageId === undefined) return unreadable("expected message.msg_id");
    const content = zaloContent(event);
    if (saysNothing(content)) return readingOfNothing(event);
    const message = {
      channel: "zalo" as const,
      source,
      conversation,
      vendorMessageId,
      sender: { id: userId },
      reply: reply(userId),
      ...content,
      sentAt: at,
      ...onlyGiven({ quotes: event.message?.quote_msg_id }),
    };
    return { kind: "message", message };
  };
}

/** A citizen's message: text, picture, file, sound, film, sticker, link, card or place. */
export const readUserMessage: ZaloReader = read((userId) => ({ kind: "zalo", userId }));

/** A message of a visitor who is not logged in: only a reply into this very conversation reaches them. */
export const readAnonymousMessage: ZaloReader = (reading) => {
  const conversationId = reading.event.message?.conversation_id;
  if (conversationId === undefined) return unreadable("expected message.conversation_id of an anonymous visitor");
  return read((anonymousId) => ({ kind: "zalo-anonymous", anonymousId, conversationId }))(reading);
};
