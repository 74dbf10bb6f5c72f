import { withoutDiacritics } from "#platform/without-diacritics";

const WORD = /[\p{L}\p{M}\d]+/gu;

/** The pairs of neighbouring words of a text, without case, marks and diacritics. */
export function wordPairs(text: string): ReadonlySet<string> {
  const words = withoutDiacritics(text.toLowerCase()).match(WORD) ?? [];
  return new Set(words.length === 1 ? words : words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** How alike two texts are, 0 to 1: the share of word pairs they have in common. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
