import { zaloContent } from "#channels/zalo/zalo-content";
import { zaloConversation } from "#channels/zalo/zalo-conversation";
import { ignored, unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";

/**
 * What our account sent comes back. Where a person wrote it in Zalo's own tool it belongs on the ticket; where we sent
 * it ourselves it is there already, and reading it again would talk to ourselves.
 */
export const readEcho: ZaloReader = ({ event, oaId, at }) => {
  const staffId = event.sender?.admin_id;
  if (staffId === undefined) return ignored("own echo");
  const conversation = zaloConversation(event, oaId);
  if (conversation === undefined) return unreadable("expected the citizen's id in recipient.id");
  const vendorMessageId = event.message?.msg_id;
  if (vendorMessageId === undefined) return unreadable("expected message.msg_id");
  const { text, attachments } = zaloContent(event);
  return {
    kind: "staff-echo",
    echo: { conversation, vendorMessageId, staffId, text, attachments, sentAt: at },
  };
};
