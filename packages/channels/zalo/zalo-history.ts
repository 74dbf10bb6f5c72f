import * as z from "zod";
import { callZalo, type ZaloAnswer, type ZaloApiSettings } from "#channels/zalo/zalo-api";

/** Zalo gives ten messages a call. Five calls reach back further than any retry does. */
const PAGE = 10;
const MOST_PAGES = 5;
/** Our clock and Zalo's need not agree. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

const FROM_ACCOUNT = 0;
const messageSchema = z.object({
  src: z.coerce.number(),
  time: z.coerce.number(),
  message: z.string().catch(""),
});
const pageSchema = z.array(messageSchema.optional().catch(undefined)).catch([]);

/** The texts our account sent to a citizen since a moment, or the answer that prevented knowing. */
export type ZaloHistory =
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  | Exclude<ZaloAnswer, { kind: "done" }>;

/** The form in which an equal text is equal, whatever Zalo does to blanks and diacritics. */
const comparable = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Those of `parts` that are not among the texts; a part that is said twice must be there twice. */
export function unsaid(parts: readonly string[], texts: readonly string[]): string[] {
  const said = texts.map(comparable);
  return parts.filter((part) => {
    const at = said.indexOf(comparable(part));
    if (at !== -1) said.splice(at, 1);
    return at === -1;
  });
}

/** Asks Zalo what our account sent to a citizen lately. */
export async function zaloHistory(
  userId: string,
  since: Date | undefined,
  { apiUrl, ...settings }: ZaloApiSettings & { readonly apiUrl: string },
): Promise<ZaloHistory> {
  const oldest = since === undefined ? 0 : since.getTime() - CLOCK_DIFFERENCE_MS;
  const texts: string[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const data = JSON.stringify({ user_id: userId, offset: page * PAGE, count: PAGE });
    const url = `${apiUrl}/v2.0/oa/conversation?data=${encodeURIComponent(data)}`;
    const answer = await callZalo(url, { method: "GET" }, settings);
    if (answer.kind !== "done") return answer;
    const messages = pageSchema.parse(answer.data).filter((message) => message !== undefined);
    const recent = messages.filter(({ time }) => time >= oldest);
    for (const { message } of recent.filter(({ src }) => src === FROM_ACCOUNT)) texts.push(message);
    if (recent.length < PAGE) break;
  }
  return { kind: "texts", texts };
}
