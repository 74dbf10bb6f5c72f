import type { Token } from "#triage/text/tokens";
import type { Mention } from "./mentions.ts";
import type { Sign } from "./place-signs.ts";

/** How much the words before a name speak for the matter being there; people, shops and hamlets only share the name. */
const WEIGHT_OF_SIGN: Readonly<Record<Sign, number>> = {
  unit: 5,
  mine: 4,
  here: 2.5,
  district: 0,
  way: 0.5,
  towards: -0.5,
  away: -4.5,
  province: -6,
  hamlet: -1,
  denied: -8,
  person: -4,
  business: -3,
};
/** The same words before "xã" or "phường" weigh less: the unit is certain, only whether the matter is there is not. */
const WEIGHT_OF_LEAD: Partial<Record<Sign, number>> = {
  mine: 2,
  here: 0.5,
  towards: -0.5,
  away: -2,
  person: -1,
  denied: -8,
};
/** A short message ends with its place: "cây ngã chắn đường, chợ gạo". */
const LAST_WORDS = 2;
const CLOSING = new Set([
  "nè",
  "ne",
  "á",
  "đó",
  "do",
  "nha",
  "nghe",
  "nghen",
  "ạ",
  "nhé",
  "ad",
  "em",
  "cũ",
  "cu",
  "luôn",
]);

/** How strongly a mention says that the matter is there; from `ENOUGH` on it is believed. */
export function weightOf(mention: Mention, next: Mention | undefined, tokens: readonly Token[]): number {
  const lead = mention.lead === undefined ? 0 : (WEIGHT_OF_LEAD[mention.lead] ?? 0);
  const route = isRoute(mention, next, tokens) ? -5 : 0;
  return weightOfName(mention) + weightOfSign(mention) + lead + shape(mention, tokens) + route;
}

export const ENOUGH = 2;

function weightOfName(mention: Mention): number {
  const landmark = mention.referents.some(({ kind }) => kind === "landmark") ? 3 : 0;
  return landmark + (mention.everyday ? 0 : 2);
}

/** A sign typed without diacritics may be another word ("cho" is "chợ" or "cho"); "xa" and "phuong" hardly are. */
function weightOfSign({ sign, exact }: Mention): number {
  if (sign === undefined) return 0;
  return WEIGHT_OF_SIGN[sign] * (exact || sign === "unit" ? 1 : 0.6);
}

function shape(mention: Mention, tokens: readonly Token[]): number {
  const words = tokens.slice(mention.from, mention.to);
  const shouting = tokens.every(({ capital, word }) => capital || /^\d+$/.test(word));
  const capital = words.every((token) => token.capital) && !shouting ? 2 : 0;
  const opensAfterMark = mention.from === 0 || /[,.;:\n(]/.test(tokens[mention.from]?.gap ?? "") ? 0.5 : 0;
  const after = tokens[mention.to];
  if (after === undefined) return capital + opensAfterMark + LAST_WORDS;
  const closes = /[,.;:\n)]/.test(after.gap) || CLOSING.has(after.word) ? 0.5 : 0;
  return capital + opensAfterMark + closes + (opensAfterMark > 0 && closes > 0 ? 0.5 : 0);
}

/** "Mỹ An - Cao Lãnh", "từ Mỹ Tho đi Cao Lãnh": a way between two places. */
function isRoute(mention: Mention, next: Mention | undefined, tokens: readonly Token[]): boolean {
  const dash = /^\s*[-–→]\s*$/;
  const dashed =
    dash.test(tokens[mention.to]?.gap ?? "") || (mention.from > 0 && dash.test(tokens[mention.from]?.gap ?? ""));
  const onwards = next?.sign === "away" && next.from - mention.to <= 2;
  return dashed || onwards;
}
