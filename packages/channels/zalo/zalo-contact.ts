import { onlyGiven } from "#channels/only-given";
import { toE164 } from "#channels/phone-number";
import { cleanText } from "#channels/vietnamese-text";
import { zaloConversation, zaloUser } from "#channels/zalo/zalo-conversation";
import type { ZaloEvent } from "#channels/zalo/zalo-event";
import { unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";

type Info = NonNullable<ZaloEvent["info"]>;

/** The address of the form of two levels (ward, province), or of the one before July 2025 with its district. */
function addressOf({ full_address: full, address, ward, district, city }: Info): string | undefined {
  const parts = full ? [full.user_address, full.user_ward, full.user_city] : [address, ward, district, city];
  const written = parts.map((part) => cleanText(part ?? "")).filter((part) => part !== "");
  return written.length === 0 ? undefined : written.join(", ");
}

/** What a citizen gave when asked for name, phone and address. */
export const readContact: ZaloReader = ({ event, oaId, at }) => {
  const senderId = zaloUser(event, oaId);
  const conversation = zaloConversation(event, oaId);
  if (senderId === undefined || conversation === undefined) return unreadable("expected the citizen's id in sender.id");
  const { info } = event;
  if (info === undefined) return unreadable("expected the object info");
  const name = cleanText(info.name ?? "") || undefined;
  const phone = toE164(info.phone ?? "");
  const contact = { conversation, senderId, ...onlyGiven({ name, phone, address: addressOf(info) }), at };
  return { kind: "contact", contact };
};
