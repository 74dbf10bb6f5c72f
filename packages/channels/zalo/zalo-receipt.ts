import { zaloInstant } from "#channels/zalo/zalo-instant";
import { unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";

const readReceipt =
  (status: "delivered" | "seen"): ZaloReader =>
  ({ event: { message }, source, at }) => {
    const ids = [...(message?.msg_ids ?? []), message?.msg_id].filter((id) => id !== undefined);
    const vendorMessageIds = [...new Set(ids)];
    if (vendorMessageIds.length === 0) return unreadable("expected message.msg_id or message.msg_ids");
    // A template's report may come hours later and says itself when the phone had it.
    const receipt = { source, vendorMessageIds, status, at: zaloInstant(message?.delivery_time) ?? at };
    return { kind: "receipt", receipt };
  };

/** A message or template of ours reached the citizen's phone. */
export const readDelivered: ZaloReader = readReceipt("delivered");
/** The citizen looked at messages of ours. */
export const readSeen: ZaloReader = readReceipt("seen");
