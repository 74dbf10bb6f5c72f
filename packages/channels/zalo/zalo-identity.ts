import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { exactText } from "#channels/exact-text";
import { requestText } from "#channels/request-text";
import type { ZaloAccount } from "#channels/zalo/zalo-account";
import { zaloConversation } from "#channels/zalo/zalo-conversation";
import { readZaloEvent, type ZaloEvent } from "#channels/zalo/zalo-event";
import { zaloEventOf } from "#channels/zalo/zalo-event-of";
import type { Identity, WebhookRequest } from "#contracts/channel-adapter";

/**
 * What makes an event the same event: its name and message, and where one message may have several (reactions, being
 * seen) or there is none (follow), the time too. Our own sending has the same msg_id as its echo: hence the name.
 */
function partsOf({ event_name, message, msg_id, timestamp }: ZaloEvent): (string | undefined)[] {
  const id = message?.msg_id ?? message?.msg_ids?.[0] ?? msg_id;
  const mayRepeat = /_(reacted|seen)_/.test(event_name ?? "") || message === undefined;
  return [event_name, ...(id === undefined && message === undefined ? [] : [id]), ...(mayRepeat ? [timestamp] : [])];
}

function messageIdOf(event: ZaloEvent): string | undefined {
  const parts = partsOf(event);
  return parts.every((part) => part !== undefined) ? parts.map(plainId).join("#") : undefined;
}

/** Conversation and message of a call, found without judging it; never throws. */
export function zaloIdentity(request: WebhookRequest, { oaId }: ZaloAccount): Identity {
  const isUtf8 = exactText(request.body) !== undefined;
  const event = isUtf8 ? zaloEventOf(request.body) : readZaloEvent(requestText(request));
  const conversation = event === undefined ? undefined : zaloConversation(event, oaId);
  const messageId = event === undefined ? undefined : messageIdOf(event);
  if (conversation !== undefined && messageId !== undefined) return { conversation, messageId };
  const ofBytes = identityOfBytes("zalo", request);
  return { conversation: conversation ?? ofBytes.conversation, messageId: messageId ?? ofBytes.messageId };
}
