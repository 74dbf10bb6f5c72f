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
  /** How many features the three lists below hold. */
  size: z.number().int(),
  /** Base64: the low 24 bits of each feature's hash, ascending. */
  hashes: z.string(),
  /** Base64: each feature's rarity in steps of 1/16. */
  rarities: z.string(),
  /** Base64: for each feature and each label of each head a weight of four bits, two in a byte. */
  weights: z.string(),
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
export const HASH_MASK = 0xffffff;
export const RARITY_STEPS = 16;

/** Unpacks a model file. Built for a function's start: typed arrays and one table, no object for a feature. */
export function linearModelOf(file: ModelFile): LinearModel {
  const columns = Object.values(file.heads).reduce((sum, { labels }) => sum + labels.length, 0);
  const table = hashTable(Buffer.from(file.hashes, "base64"), file.size);
  const rarities = Buffer.from(file.rarities, "base64");
  const weights = Buffer.from(file.weights, "base64");
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

function addRow(sums: Float64Array, weights: Uint8Array, from: number, rowBytes: number, rarity: number): void {
  for (let byte = 0; byte < rowBytes; byte++) {
    const pair = weights[from + byte] ?? 0x88;
    const at = byte * 2;
    sums[at] = (sums[at] ?? 0) + (LEVELS[pair >> 4] ?? 0) * rarity;
    sums[at + 1] = (sums[at + 1] ?? 0) + (LEVELS[pair & 15] ?? 0) * rarity;
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
function hashTable(hashes: Uint8Array, size: number) {
  const mask = (1 << Math.ceil(Math.log2(Math.max(2, size * 2)))) - 1;
  const keys = new Int32Array(mask + 1).fill(-1);
  const rows = new Int32Array(mask + 1);
  const slotOf = (hash: number) => {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    while (keys[slot] !== -1 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  for (let row = 0; row < size; row++) {
    const hash = ((hashes[row * 3] ?? 0) << 16) | ((hashes[row * 3 + 1] ?? 0) << 8) | (hashes[row * 3 + 2] ?? 0);
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
