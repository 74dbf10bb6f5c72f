import { type Syllable, syllableOf } from "./syllable.ts";

/** A word of a text with what is needed to compare it. */
export interface Token extends Syllable {
  readonly word: string;
  /** Written with a capital letter. */
  readonly capital: boolean;
  /** Typed where the citizen uses no diacritics, so that its own absence of them says nothing. */
  readonly bare: boolean;
  /** The marks between the word before and this one, e.g. ", ". */
  readonly gap: string;
}

const WORD = /[\p{L}\p{M}\d]+/gu;
/** Three syllables in four carry a mark in written Vietnamese; below one in five the keyboard had none. */
const BARE_BELOW = 0.2;
const ACCENTED_FROM = 0.45;
const NEIGHBOURS = 4;

/** The words of a text. `written` is the text before anything was spelled out: it shows how the citizen types. */
export function tokensOf(text: string, written: string = text): readonly Token[] {
  const found = [...text.matchAll(WORD)];
  const share = accentedShare(written);
  const accented = found.map(([word]) => hasDiacritics(word));
  return found.map((match, at) => {
    const before = found[at - 1];
    const gapFrom = before === undefined ? 0 : before.index + before[0].length;
    return {
      word: match[0].toLowerCase(),
      ...syllableOf(match[0].toLowerCase()),
      capital: match[0] !== match[0].toLowerCase(),
      bare: !accented[at] && isBareAround(accented, at, share),
      gap: text.slice(gapFrom, match.index),
    };
  });
}

/** Vietnamese letters beyond ASCII are those with diacritics, đ included. */
const BEYOND_ASCII = /[\u00C0-\u024F\u1E00-\u1EFF]|\p{M}/u;

export function hasDiacritics(word: string): boolean {
  return BEYOND_ASCII.test(word);
}

/** How much of a text is written with diacritics, 0 to 1. */
export function accentedShare(text: string): number {
  const words = (text.match(WORD) ?? []).filter((word) => !/^\d+$/.test(word));
  return words.length === 0 ? 1 : words.filter(hasDiacritics).length / words.length;
}

function isBareAround(accented: readonly boolean[], at: number, share: number): boolean {
  if (share < BARE_BELOW) return true;
  if (share >= ACCENTED_FROM) return false;
  return !accented.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).includes(true);
}

/** Whether a citizen's word can be this syllable: exactly, or folded where no diacritics were typed. */
export function sameSyllable(token: Token, syllable: Syllable): boolean {
  return token.bare ? token.folded === syllable.folded : token.key === syllable.key;
}
