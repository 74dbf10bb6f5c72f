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

/** A phrase in lower case and what it stands for. */
export type Entry<T> = readonly [phrase: string, value: T];

interface Phrase<T> {
  readonly syllables: readonly Syllable[];
  readonly value: T;
}

/** Finds many phrases in one pass over a text, with and without diacritics. */
export class PhraseBook<T> {
  readonly #pageOf: (first: string) => Iterable<Entry<T>>;
  /** What was opened already: a book of twenty thousand phrases costs what its texts ask for. */
  readonly #open = new Map<string, readonly Phrase<T>[]>();

  /** `pageOf`: all phrases whose first syllable, without diacritics, is the given one. */
  constructor(pageOf: (first: string) => Iterable<Entry<T>>) {
    this.#pageOf = pageOf;
  }

  static of<T>(entries: Iterable<Entry<T>>): PhraseBook<T> {
    const pages = new Map<string, Entry<T>[]>();
    for (const [phrase, value] of entries) {
      const written = phrase.toLowerCase();
      const first = firstOf(written);
      const page = pages.get(first);
      if (page === undefined) pages.set(first, [[written, value]]);
      else page.push([written, value]);
    }
    return new PhraseBook((first) => pages.get(first) ?? []);
  }

  /** Every phrase that stands in the text, also those inside longer ones. */
  findAll(tokens: readonly Token[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    tokens.forEach((token, from) => {
      for (const { syllables, value } of this.#page(token.folded)) {
        const to = from + syllables.length;
        if (standsAt(tokens, from, syllables)) found.push({ from, to, value, exact: isExact(tokens, from, to) });
      }
    });
    return found;
  }

  #page(first: string): readonly Phrase<T>[] {
    const known = this.#open.get(first);
    if (known !== undefined) return known;
    const page = Array.from(this.#pageOf(first), ([phrase, value]) => ({
      syllables: phrase.split(" ").map(syllableOf),
      value,
    }));
    // a word nobody lists is not remembered: strangers' texts cannot make memory grow
    if (page.length > 0) this.#open.set(first, page);
    return page;
  }
}

/** The first syllable of a lower-case phrase without its diacritics: the page on which it stands. */
export function firstOf(phrase: string): string {
  const blank = phrase.indexOf(" ");
  return syllableOf(blank === -1 ? phrase : phrase.slice(0, blank)).folded;
}

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
