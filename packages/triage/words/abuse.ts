import { syllableOf } from "#triage/text/syllable";

const WORD = /[\p{L}\p{M}\d*]+/gu;
const STARRED = /^\p{L}\*+$/u;

/** Masks insults and keeps the report they stand in: "làm việc như c**" loses a word, not its ticket. */
export function abuseMasker(abuse: readonly string[]): (text: string) => string | undefined {
  const phrases = abuse.map((phrase) => phrase.split(" ").map((word) => syllableOf(word).key));
  /** The positions of every insult that begins at this word. */
  const phrasesAt = (at: number, keys: readonly string[]): number[] => {
    const found = phrases.filter((phrase) => phrase.every((word, offset) => keys[at + offset] === word));
    return found.flatMap((phrase) => phrase.map((_, offset) => at + offset));
  };
  return (text) => {
    const words = [...text.matchAll(WORD)];
    const keys = words.map(([word]) => syllableOf(word.toLowerCase()).key);
    const bad = new Set(keys.flatMap((key, at) => [...(STARRED.test(key) ? [at] : []), ...phrasesAt(at, keys)]));
    if (bad.size === 0) return undefined;
    let at = -1;
    return text.replace(WORD, (word) => (bad.has(++at) ? "*".repeat(word.length) : word));
  };
}
