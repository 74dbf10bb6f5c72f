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

/** The phrases that begin with one syllable, by their second without diacritics; a lone syllable has none. */
type Page<T> = ReadonlyMap<string | undefined, readonly Phrase<T>[]>;

/** Finds many phrases in one pass over a text, with and without diacritics. */
export class PhraseBook<T> {
  readonly #pageOf: (first: string) => Iterable<Entry<T>>;
  /** What was opened already: a book of twenty thousand phrases costs what its texts ask for. */
  readonly #open = new Map<string, Page<T>>();

  /** `pageOf`: all phrases whose first syllable, without diacritics, is the given one. */
  constructor(pageOf: (first: string) => Iterable<Entry<T>>) {
    this.#pageOf = pageOf;
  }

  static of<T>(entries: Iterable<Entry<T>>): PhraseBook<T> {
    const written = Array.from(entries, ([phrase, value]): Entry<T> => [phrase.toLowerCase(), value]);
    const pages = Map.groupBy(written, ([phrase]) => firstOf(phrase));
    return new PhraseBook((first) => pages.get(first) ?? []);
  }

  /** Every phrase that stands in the text, also those inside longer ones. */
  findAll(tokens: readonly Token[]): readonly Found<T>[] {
    const found: Found<T>[] = [];
    tokens.forEach((token, from) => {
      const page = this.#page(token.folded);
      const next = tokens[from + 1]?.folded;
      addThoseAt(tokens, from, page.get(undefined), found);
      if (next !== undefined) addThoseAt(tokens, from, page.get(next), found);
    });
    return found;
  }

  #page(first: string): Page<T> {
    const known = this.#open.get(first);
    if (known !== undefined) return known;
    const page = pageOfEntries(this.#pageOf(first));
    // a word nobody lists is not remembered: strangers' texts cannot make memory grow
    if (page.size > 0) this.#open.set(first, page);
    return page;
  }
}

function pageOfEntries<T>(entries: Iterable<Entry<T>>): Page<T> {
  const phrases = Array.from(entries, ([phrase, value]) => ({ syllables: phrase.split(" ").map(syllableOf), value }));
  return Map.groupBy(phrases, ({ syllables }) => syllables[1]?.folded);
}

function addThoseAt<T>(
  tokens: readonly Token[],
  from: number,
  phrases: readonly Phrase<T>[] | undefined,
  found: Found<T>[],
): void {
  for (const { syllables, value } of phrases ?? []) {
    const to = from + syllables.length;
    if (standsAt(tokens, from, syllables)) found.push({ from, to, value, exact: isExact(tokens, from, to) });
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
