import { zaloConversation, zaloUser } from "#channels/zalo/zalo-conversation";
import { unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";

/** The citizen withdrew consent: Zalo's terms and the law on personal data both oblige us to erase. */
export const readWithdrawal: ZaloReader = ({ event, oaId, at }) => {
  const senderId = zaloUser(event, oaId);
  const conversation = zaloConversation(event, oaId);
  if (senderId === undefined || conversation === undefined) return unreadable("expected the citizen's id in user_id");
  return { kind: "withdrawal", conversation, senderId, at };
};
