import { type Syllable, syllableOf } from "./syllable.ts";
import { sameSyllable, type Token } from "./tokens.ts";

/** A phrase found in a text: tokens `from` up to but not including `to`. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
  /** Every syllable was typed with its diacritics, so nothing else is meant. */
  readonly exact: boolean;
}

interface Phrase<T> {
  readonly written: string;
  readonly value: T;
  /** Made when a text first has the phrase's first syllable: a book of thousands opens in a millisecond. */
  syllables?: readonly Syllable[];
}

/** Finds many phrases in one pass over a text, with and without diacritics. */
export class PhraseBook<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const written = phrase.toLowerCase();
      const blank = written.indexOf(" ");
      const first = syllableOf(blank === -1 ? written : written.slice(0, blank)).folded;
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [{ written, value }]);
      else known.push({ written, value });
    }
  }

  /** Every phrase that stands in the text, also those inside longer ones. */
  findAll(tokens: readonly Token[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    tokens.forEach((token, from) => {
      for (const phrase of this.#byFirst.get(token.folded) ?? NONE) {
        phrase.syllables ??= phrase.written.split(" ").map(syllableOf);
        const to = from + phrase.syllables.length;
        if (!standsAt(tokens, from, phrase.syllables)) continue;
        found.push({ from, to, value: phrase.value as T, exact: isExact(tokens, from, to) });
      }
    });
    return found;
  }
}

const NONE: readonly Phrase<never>[] = [];

function standsAt(tokens: readonly Token[], from: number, syllables: readonly Syllable[]): boolean {
  for (let offset = syllables.length - 1; offset >= 0; offset--) {
    const token = tokens[from + offset];
    const syllable = syllables[offset];
    if (token === undefined || syllable === undefined || !sameSyllable(token, syllable)) return false;
  }
  return true;
}

function isExact(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.bare === true) return false;
  return true;
}
