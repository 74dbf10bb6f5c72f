import { createHash } from "node:crypto";
import { wordPairs } from "#platform/word-pairs";

/**
 * What is kept of a text to compare it with others: short hashes of its pairs of neighbouring words.
 *
 * No word can be read out of it: 24 bits fit many pairs each, and numbers as long as a phone's are left out before.
 */
export type WordSketch = ReadonlySet<string>;

/** Phones, identity cards and accounts, also with dots and blanks between: nobody's fault is described by them. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/g;
const HASH_BYTES = 3;
/** Three bytes in base64. */
const HASH_LENGTH = 4;
/** Of a longer text the smallest hashes stand for the rest (bottom-k sketch), so that no transcript makes a large item. */
const MOST_HASHES = 128;

/** The sketch of a text, whatever its case, marks and diacritics. */
export function wordSketch(text: string): WordSketch {
  const hashes = new Set([...wordPairs(text.replaceAll(LONG_NUMBER, " "))].map(hashOf));
  return new Set([...hashes].sort().slice(0, MOST_HASHES));
}

/** How alike two texts are, 0 to 1: the share of word pairs they have in common, estimated where they are long. */
export function likeness(a: WordSketch, b: WordSketch): number {
  const all = [...new Set([...a, ...b])].sort().slice(0, MOST_HASHES);
  return all.length === 0 ? 0 : all.filter((hash) => a.has(hash) && b.has(hash)).length / all.length;
}

/** A sketch as one short text, as it is stored. */
export const packedSketch = (sketch: WordSketch): string => [...sketch].join("");

export function unpackedSketch(packed: string): WordSketch {
  const count = Math.floor(packed.length / HASH_LENGTH);
  return new Set(Array.from({ length: count }, (_, at) => packed.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH)));
}

function hashOf(pair: string): string {
  return createHash("sha256").update(pair).digest().subarray(0, HASH_BYTES).toString("base64");
}
