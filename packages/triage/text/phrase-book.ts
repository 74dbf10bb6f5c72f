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
  readonly syllables: readonly Syllable[];
  readonly value: T;
}

/** Finds many phrases in one pass over a text, with and without diacritics. */
export class PhraseBook<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const syllables = phrase.toLowerCase().split(" ").map(syllableOf);
      const first = syllables[0]?.folded ?? "";
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [{ syllables, value }]);
      else known.push({ syllables, value });
    }
  }

  /** Every phrase that stands in the text, also those inside longer ones. */
  findAll(tokens: readonly Token[]): readonly Found<T>[] {
    return tokens.flatMap((token, from) =>
      (this.#byFirst.get(token.folded) ?? [])
        .filter(({ syllables }) => standsAt(tokens, from, syllables))
        .map(({ syllables, value }) => ({
          from,
          to: from + syllables.length,
          value,
          exact: !tokens.slice(from, from + syllables.length).some(({ bare }) => bare),
        })),
    );
  }
}

function standsAt(tokens: readonly Token[], from: number, syllables: readonly Syllable[]): boolean {
  if (from + syllables.length > tokens.length) return false;
  return syllables.every((syllable, offset) => {
    const token = tokens[from + offset];
    return token !== undefined && sameSyllable(token, syllable);
  });
}
