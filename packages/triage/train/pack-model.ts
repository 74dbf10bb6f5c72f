import { brotliCompressSync, constants } from "node:zlib";
import { FAR, type Head, type ModelFile, RARITY_STEPS } from "#triage/learned/linear-model";
import type { HeadSettings, TrainedHead } from "./train-head.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface HeadToPack {
  readonly settings: HeadSettings;
  readonly trained: TrainedHead;
  readonly temperature: number;
}

const DIGITS = 1e4;
/** Four bits hold -8 to 7; the symmetric part is used. */
const HIGHEST = 7;
/** Weights below this level are left out: they hardly move a score and take the most room. */
const LOWEST = 3;
/** The few heaviest weights are cut to this part of the largest, which keeps the steps of all others fine. */
const CUT = 0.3;

/** The trained heads as the file that the function loads. */
export function packModel(vocabulary: Vocabulary, heads: readonly HeadToPack[], version: string): ModelFile {
  const steps = heads.map(({ trained }) => (CUT * largest(trained.weights)) / HIGHEST ** 2);
  const size = vocabulary.hashes.length;
  const rarities = Buffer.from(Array.from(vocabulary.rarities, (rarity) => Math.round(rarity * RARITY_STEPS)));
  const lists = Buffer.concat([packHashes(vocabulary.hashes), rarities, packWeights(heads, steps, size)]);
  return {
    version,
    heads: Object.fromEntries(heads.map((head, at) => [head.settings.head, headOf(head, steps[at] ?? 1)])),
    size,
    packed: brotliCompressSync(lists, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    }).toString("base64"),
  };
}

/** Ascending hashes as differences of two bytes; what is farther apart takes several. */
function packHashes(hashes: Int32Array): Buffer {
  const differences: number[] = [];
  let before = 0;
  for (const hash of hashes) {
    let difference = hash - before;
    for (; difference >= FAR; difference -= FAR) differences.push(FAR);
    differences.push(difference);
    before = hash;
  }
  return Buffer.from(differences.flatMap((difference) => [difference >> 8, difference & 255]));
}

function headOf({ settings, trained, temperature }: HeadToPack, step: number): Head {
  const round = (value: number) => Math.round(value * DIGITS) / DIGITS;
  return {
    labels: [...settings.labels],
    bias: Array.from(trained.bias, round),
    step,
    wordWeight: settings.wordWeight,
    temperature: round(temperature),
  };
}

function packWeights(heads: readonly HeadToPack[], steps: readonly number[], size: number): Buffer {
  const columns = heads.reduce((sum, { settings }) => sum + settings.labels.length, 0);
  const rowBytes = Math.ceil(columns / 2);
  const packed = Buffer.alloc(size * rowBytes, 0x88);
  for (let row = 0; row < size; row++) {
    let column = 0;
    heads.forEach(({ settings, trained }, head) => {
      const width = settings.labels.length;
      for (let at = 0; at < width; at++, column++) {
        setNibble(
          packed,
          row * rowBytes,
          column,
          levelOf(trained.weights[row * width + at] ?? 0, steps[head] ?? 1) + 8,
        );
      }
    });
  }
  return packed;
}

function setNibble(bytes: Buffer, from: number, column: number, nibble: number): void {
  const at = from + (column >> 1);
  const old = bytes[at] ?? 0;
  bytes[at] = column % 2 === 0 ? (nibble << 4) | (old & 15) : (old & 0xf0) | nibble;
}

/** Levels are the root of the weight: fine steps for the many small ones, coarse for the few large. */
function levelOf(weight: number, step: number): number {
  const level = Math.min(HIGHEST, Math.round(Math.sqrt(Math.abs(weight) / step)));
  return level < LOWEST ? 0 : Math.sign(weight) * level;
}

function largest(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
}
