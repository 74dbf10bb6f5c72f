import { brotliDecompressSync } from "node:zlib";
import { headAndBody, headedBytes } from "#triage/files/headed-bytes";

export interface Head {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  /** What one level of the rounded weights is worth. */
  readonly step: number;
  /** For each label of the word list, what its score says of each label. */
  readonly words: readonly (readonly number[])[];
  /** Sees no signs of urgency and no topic. */
  readonly withoutSigns: boolean;
  /** Divides the scores before they become confidences; found by cross-validation, so that 0.8 means 8 of 10. */
  readonly temperature: number;
}

interface Header {
  readonly version: string;
  readonly heads: Readonly<Record<string, Head>>;
  /** How many features the model knows. */
  readonly size: number;
}

/**
 * A trained model.
 *
 * `packed`: five lists one after the other, compressed with Brotli: the low 24 bits of each feature's hash, ascending, as
 * differences in two bytes (0xffff: add and go on); each feature's rarity in steps of 1/4; how many weights each feature
 * has; the column of each weight (the labels of all heads in a row); its level, 128 being nothing.
 */
export interface ModelFile extends Header {
  readonly packed: Uint8Array;
}

/** The bytes of `triage-model.bin`. */
export function modelBytes({ packed, ...header }: ModelFile): Buffer {
  return headedBytes(header, packed);
}

export function modelOf(bytes: Buffer): ModelFile {
  const { header, body } = headAndBody(bytes);
  return { ...(header as Header), packed: body };
}

export const HASH_MASK = 0xffffff;
export const RARITY_STEPS = 4;
/** The largest difference of two neighbouring hashes that two bytes hold. */
export const FAR = 0xffff;
export const NO_LEVEL = 128;
/** Room for all lists at once, so that nothing is copied together. */
const LARGEST = 512 * 1024;

/** The lists of a model, ready to be read by position: typed arrays, no object for a feature. */
export interface ModelLists {
  readonly hashes: Int32Array;
  readonly rarities: Uint8Array;
  /** Where the weights of each feature begin; one more at the end. */
  readonly starts: Int32Array;
  readonly columns: Uint8Array;
  readonly levels: Uint8Array;
}

export function unpackModel({ packed, size }: ModelFile): ModelLists {
  const bytes = brotliDecompressSync(packed, { chunkSize: LARGEST });
  const { hashes, end } = readHashes(bytes, size);
  const counts = bytes.subarray(end + size, end + 2 * size);
  const starts = new Int32Array(size + 1);
  for (let row = 0; row < size; row++) starts[row + 1] = (starts[row] ?? 0) + (counts[row] ?? 0);
  const from = end + 2 * size;
  const middle = from + (starts[size] ?? 0);
  return {
    hashes,
    rarities: bytes.subarray(end, end + size),
    starts,
    columns: bytes.subarray(from, middle),
    levels: bytes.subarray(middle),
  };
}

function readHashes(bytes: Uint8Array, size: number): { readonly hashes: Int32Array; readonly end: number } {
  const hashes = new Int32Array(size);
  let at = 0;
  let hash = 0;
  for (let row = 0; row < size; at += 2) {
    const difference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    hash += difference;
    if (difference !== FAR) hashes[row++] = hash;
  }
  return { hashes, end: at };
}
