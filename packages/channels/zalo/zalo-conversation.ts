import { plainId } from "#channels/delivery-identity";
import { toE164 } from "#channels/phone-number";
import type { ZaloEvent } from "#channels/zalo/zalo-event";

/** The citizen of an event: of sender and recipient the one that is not our account, whichever way round Zalo sent them. */
export function zaloUser({ sender, recipient, follower, user_id }: ZaloEvent, oaId: string): string | undefined {
  const party = sender?.id === oaId ? recipient?.id : sender?.id;
  return party ?? follower?.id ?? user_id;
}

/** Reports on and answers to a template name no user but its message; the report's recipient is a phone number. */
function isTemplateEvent({ event_name, message }: ZaloEvent): boolean {
  return event_name === "user_feedback" || message?.delivery_time !== undefined;
}

/**
 * The conversation an event belongs to; undefined where it names nobody.
 *
 * Visitors who are not logged in may be seen with several conversations at once, so theirs carries both ids.
 */
export function zaloConversation(event: ZaloEvent, oaId: string): string | undefined {
  const messageId = event.message?.msg_id;
  if (isTemplateEvent(event)) return messageId === undefined ? undefined : `zalo#zns:${plainId(messageId)}`;
  const user = zaloUser(event, oaId);
  if (user === undefined || toE164(user) !== undefined) return undefined;
  const visit = event.message?.conversation_id;
  return `zalo#${plainId(visit === undefined ? user : `${user}:${visit}`)}`;
}
