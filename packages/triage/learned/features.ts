import { foldDiacritics } from "#triage/text/fold-diacritics";
import { accentedShare } from "#triage/text/tokens";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SHORTEST = 3;
const LONGEST = 5;
/** Below this the text was typed without diacritics and the accented forms would say nothing more. */
const ACCENTED_FROM = 0.2;
const KINDS = {
  syllable: 1,
  pair: 2,
  letters: 5,
  accented: 6,
  accentedPair: 7,
  phrase: 8,
} as const;

/**
 * The features of a text as 32-bit hashes, each once: syllables, pairs of them, letter groups of three to five, all
 * without diacritics; and syllables and pairs as written, where diacritics were typed.
 *
 * Folded features carry what is learned from accented texts over to those without; the others tell "chợ" from "cho".
 */
export function featuresOf(plain: string): ReadonlySet<number> {
  const features = new Set<number>();
  const folded = foldDiacritics(plain).split(" ").filter(isWord);
  addGroups(features, folded);
  addLetters(features, ` ${folded.join(" ")} `);
  if (accentedShare(plain) >= ACCENTED_FROM) addAccented(features, plain.split(" ").filter(isWord));
  return features;
}

/** Set in the features of the category's phrases: they are few beside the letter groups and weigh more. */
const PHRASE_BIT = 1;
/** Set in the features of signs and of the topic: of use for the urgency, and an echo for the category. */
const SIGN_BIT = 2;
const FLAGS = PHRASE_BIT | SIGN_BIT;

/** Of the word lists, not of the letters. */
export function isHeard(hash: number): boolean {
  return (hash & FLAGS) !== 0;
}

/** Says how urgent, not what. */
export function signOnly(hash: number): boolean {
  return (hash & SIGN_BIT) !== 0;
}

/** The feature of a phrase of the word lists: one and the same with and without diacritics. */
export function phraseFeature(phrase: string): number {
  return ((hash(KINDS.phrase, phrase) & ~FLAGS) | PHRASE_BIT) >>> 0;
}

/** The feature of a sign of urgency, or of the topic, alone or together with a kind of sign. */
export function signFeature(mark: string): number {
  return ((hash(KINDS.phrase, mark) & ~FLAGS) | SIGN_BIT) >>> 0;
}

function isWord(word: string): boolean {
  return !/^[.,;:!?\n]*$/.test(word);
}

function addGroups(features: Set<number>, words: readonly string[]): void {
  words.forEach((word, at) => {
    const next = words[at + 1];
    add(features, hash(KINDS.syllable, word));
    if (next !== undefined) add(features, hash(KINDS.pair, word, next));
  });
}

function addLetters(features: Set<number>, text: string): void {
  for (let from = 0; from < text.length - SHORTEST; from++) {
    let sum = step(FNV_OFFSET, KINDS.letters);
    for (let length = 1; length <= LONGEST && from + length <= text.length; length++) {
      sum = step(sum, text.charCodeAt(from + length - 1));
      if (length >= SHORTEST) add(features, sum);
    }
  }
}

function addAccented(features: Set<number>, words: readonly string[]): void {
  words.forEach((word, at) => {
    const next = words[at + 1];
    add(features, hash(KINDS.accented, word));
    if (next !== undefined) add(features, hash(KINDS.accentedPair, word, next));
  });
}

function add(features: Set<number>, sum: number): void {
  features.add((sum & ~FLAGS) >>> 0);
}

function hash(kind: number, ...words: readonly string[]): number {
  let sum = step(FNV_OFFSET, kind);
  for (const word of words) {
    for (let at = 0; at < word.length; at++) sum = step(sum, word.charCodeAt(at));
    sum = step(sum, 32);
  }
  return sum >>> 0;
}

function step(sum: number, code: number): number {
  return Math.imul(sum ^ code, FNV_PRIME);
}
