import { capital, LONGEST_LINE, LONGEST_TITLE, shorten } from "./line.ts";
import { sentencesOf } from "./sentences.ts";
import { isWish } from "./wish.ts";

const GREETING =
  /^(?:\[[^\]]*\]\s*)*(?:(?:dạ|alo|a lô|kính gửi[^.]*\.|kính thưa[^.]*\.|xin chào|chào|em ơi|ad ơi|anh ơi|chị ơi|cô ơi|chú ơi|thưa)[ ,.!]*)+/iu;

export interface Gist {
  /** At most 100 characters. */
  readonly title: string;
  /** What, where, and what is wished: at most three lines of the citizen's own words. */
  readonly summary: readonly string[];
}

/**
 * Title and three lines as an agent would write them, taken from the text itself: the same text, the same lines.
 *
 * The sentence with the most words of the matter is the title; callers come to the point in their own time.
 */
export function summarise(masked: string, weigh: (sentence: string) => number, where: string | undefined): Gist {
  const sentences = sentencesOf(masked);
  const best = sentences.length > 1 ? heaviest(sentences, weigh) : 0;
  const core = (sentences[best] ?? masked).replace(GREETING, "").trim();
  const wish = sentences.find((sentence, at) => at !== best && isWish(sentence));
  const title = shorten(capital(core === "" ? masked.trim() : core), LONGEST_TITLE);
  const lines = [
    capital(core),
    where === undefined ? "" : `Nơi xảy ra: ${where}`,
    wish === undefined ? "" : `Mong muốn: ${wish}`,
  ];
  return { title, summary: lines.filter((line) => line !== "").map((line) => shorten(line, LONGEST_LINE)) };
}

function heaviest(sentences: readonly string[], weigh: (sentence: string) => number): number {
  const weights = sentences.map((sentence, at) => weigh(sentence) - at / 100);
  return weights.indexOf(Math.max(...weights));
}
