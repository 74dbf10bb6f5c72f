import { onlyGiven } from "#channels/only-given";
import { toE164 } from "#channels/phone-number";
import { readJson } from "#channels/read-json";
import { cleanText } from "#channels/vietnamese-text";
import type { ZaloAttachment } from "#channels/zalo/zalo-event";
import type { Attachment } from "#contracts/inbound-message";

const KINDS: ReadonlyMap<string, Attachment["kind"]> = new Map([
  ["image", "image"],
  ["gif", "gif"],
  ["link", "link"],
  ["audio", "audio"],
  ["voice", "audio"],
  ["video", "video"],
  ["sticker", "sticker"],
  ["file", "file"],
]);

/** A link is written by a citizen and clicked by an officer: only the web's own schemes pass. */
const webAddress = (url: string | undefined) => (/^https?:\/\//i.test(url ?? "") ? url : undefined);
const words = (text: string | undefined) => cleanText(text ?? "") || undefined;
const sizeOf = (size: string | undefined) => (/^\d{1,15}$/.test(size ?? "") ? Number(size) : undefined);

/** The phone number on a business card, which Zalo puts as a JSON text into the description of a link. */
function cardPhone(description: string | undefined): string | undefined {
  const card = readJson(description ?? "");
  if (typeof card !== "object" || card === null || !("phone" in card)) return undefined;
  return toE164(String(card.phone));
}

function attachmentOf({ type, payload }: ZaloAttachment, isCard: boolean): Attachment | undefined {
  const url = webAddress(payload?.url);
  if (isCard) return { kind: "contact", ...onlyGiven({ url, description: cardPhone(payload?.description) }) };
  const kind = KINDS.get(type ?? "") ?? (url === undefined ? undefined : "file");
  if (kind === undefined) return undefined;
  const { name, size, description } = payload ?? {};
  return {
    kind,
    ...onlyGiven({ url, name: words(name), sizeBytes: sizeOf(size), description: words(description) }),
  };
}

/** What came with a message besides its text and place. A kind that Zalo invents later is a file, if it has an address. */
export function zaloAttachments(given: readonly (ZaloAttachment | undefined)[], eventName: string): Attachment[] {
  const isCard = eventName.endsWith("_business_card");
  const besidesPlaces = given.filter((attachment) => attachment?.type !== "location");
  return besidesPlaces.flatMap((attachment) => attachmentOf(attachment ?? {}, isCard) ?? []);
}
