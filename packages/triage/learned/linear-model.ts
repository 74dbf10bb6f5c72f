import { brotliDecompressSync } from "node:zlib";
import * as z from "zod";

const headSchema = z.strictObject({
  labels: z.array(z.string()),
  bias: z.array(z.number()),
  /** What the first level of the quantised weights is worth; level n is worth n squared of it. */
  step: z.number(),
  /** How much the word list's score counts beside what was learned. */
  wordWeight: z.number(),
  /** Divides the scores before they become confidences; found by cross-validation, so that 0.8 means 8 of 10. */
  temperature: z.number(),
});

/** The file that `npm run train-triage` writes. */
export const modelFileSchema = z.strictObject({
  version: z.string(),
  heads: z.record(z.string(), headSchema),
  /** How many features the model knows. */
  size: z.number().int(),
  /**
   * Base64 of three lists, compressed with Brotli: the low 24 bits of each feature's hash, ascending, as differences in two
   * bytes (0xffff: add and go on); each feature's rarity in steps of 1/16; for each feature and each label of each head
   * a weight of four bits, two in a byte.
   */
  packed: z.string(),
});
export type ModelFile = z.infer<typeof modelFileSchema>;
export type Head = z.infer<typeof headSchema>;

/** A linear model over hashed features; several heads read the same features. */
export interface LinearModel {
  readonly heads: Readonly<Record<string, Head>>;
  /** The learned score of each label of a head, before the word list and the temperature. */
  scores(features: ReadonlySet<number>): Readonly<Record<string, readonly number[]>>;
}

/** A nibble's worth in steps: -49 to 49 with the sign of its level. */
const LEVELS = Float64Array.from({ length: 16 }, (_, nibble) => Math.sign(nibble - 8) * (nibble - 8) ** 2);
/** Two weights of nothing. */
const EMPTY = 0x88;
export const HASH_MASK = 0xffffff;
export const RARITY_STEPS = 16;

/** Unpacks a model file. Built for a function's start: typed arrays and one table, no object for a feature. */
export function linearModelOf(file: ModelFile): LinearModel {
  const columns = Object.values(file.heads).reduce((sum, { labels }) => sum + labels.length, 0);
  const bytes = brotliDecompressSync(Buffer.from(file.packed, "base64"));
  const { hashes, end } = readHashes(bytes, file.size);
  const table = hashTable(hashes);
  const rarities = bytes.subarray(end, end + file.size);
  const weights = bytes.subarray(end + file.size);
  const rowBytes = Math.ceil(columns / 2);
  return {
    heads: file.heads,
    scores(features) {
      const sums = new Float64Array(rowBytes * 2);
      let norm = 0;
      for (const feature of features) {
        const row = table.find(feature & HASH_MASK);
        if (row === undefined) continue;
        const rarity = (rarities[row] ?? 0) / RARITY_STEPS;
        norm += rarity * rarity;
        addRow(sums, weights, row * rowBytes, rowBytes, rarity);
      }
      return perHead(file.heads, sums, Math.sqrt(norm) || 1);
    },
  };
}

/** The largest difference of two neighbouring hashes that two bytes hold. */
export const FAR = 0xffff;

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

function addRow(sums: Float64Array, weights: Uint8Array, from: number, rowBytes: number, rarity: number): void {
  for (let byte = 0; byte < rowBytes; byte++) {
    const pair = weights[from + byte] ?? EMPTY;
    if (pair === EMPTY) continue;
    sums[byte * 2] = (sums[byte * 2] ?? 0) + (LEVELS[pair >> 4] ?? 0) * rarity;
    sums[byte * 2 + 1] = (sums[byte * 2 + 1] ?? 0) + (LEVELS[pair & 15] ?? 0) * rarity;
  }
}

function perHead(heads: ModelFile["heads"], sums: Float64Array, norm: number): Record<string, readonly number[]> {
  const out: Record<string, readonly number[]> = {};
  let column = 0;
  for (const [name, { labels, bias, step }] of Object.entries(heads)) {
    const from = column;
    out[name] = labels.map((_, at) => (bias[at] ?? 0) + ((sums[from + at] ?? 0) * step) / norm);
    column += labels.length;
  }
  return out;
}

/** Open addressing over the 24-bit hashes: one array, no allocation when reading. */
function hashTable(hashes: Int32Array) {
  const mask = (1 << Math.ceil(Math.log2(Math.max(2, hashes.length * 2)))) - 1;
  const keys = new Int32Array(mask + 1).fill(-1);
  const rows = new Int32Array(mask + 1);
  const slotOf = (hash: number) => {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    while (keys[slot] !== -1 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row] ?? 0;
    const slot = slotOf(hash);
    keys[slot] = hash;
    rows[slot] = row;
  }
  return {
    find(hash: number): number | undefined {
      const slot = slotOf(hash);
      return keys[slot] === hash ? rows[slot] : undefined;
    },
  };
}
