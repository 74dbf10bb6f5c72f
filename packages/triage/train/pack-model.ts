import { brotliCompressSync, constants } from "node:zlib";
import { FAR, type Head, type ModelFile, NO_LEVEL, RARITY_STEPS } from "#triage/learned/model-file";
import type { HeadSettings, TrainedHead } from "./train-head.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface HeadToPack {
  readonly settings: HeadSettings;
  readonly trained: TrainedHead;
  readonly temperature: number;
}

const DIGITS = 1e4;
/** How many levels lie within one deviation of a head's weights, and how many there are on each side of zero. */
const LEVELS_OF_DEVIATION = 2;
const HIGHEST = 15;

/** The trained heads as the file that the function loads. */
export function packModel(vocabulary: Vocabulary, heads: readonly HeadToPack[], version: string): ModelFile {
  const rarities = Buffer.from(Array.from(vocabulary.rarities, (rarity) => Math.round(rarity * RARITY_STEPS)));
  const lists = Buffer.concat([packHashes(vocabulary.hashes), rarities, packWeights(heads, vocabulary)]);
  return {
    version,
    heads: Object.fromEntries(heads.map((head) => [head.settings.head, headOf(head)])),
    size: vocabulary.hashes.length,
    packed: brotliCompressSync(lists, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    }),
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

function headOf({ settings, trained, temperature }: HeadToPack): Head {
  const round = (value: number) => Math.round(value * DIGITS) / DIGITS;
  const width = settings.labels.length;
  return {
    labels: [...settings.labels],
    bias: Array.from(trained.bias, round),
    step: stepOf(trained.weights),
    words: settings.labels.map((_, row) => Array.from(trained.words.slice(row * width, (row + 1) * width), round)),
    withoutSigns: settings.withoutSigns ?? false,
    temperature: round(temperature),
  };
}

/** How many weights each feature has, the column of each, the level of each. */
function packWeights(heads: readonly HeadToPack[], { hashes }: Vocabulary): Buffer {
  const steps = heads.map(({ trained }) => stepOf(trained.weights));
  const [counts, columns, levels]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < hashes.length; row++) {
    const before = columns.length;
    let first = 0;
    heads.forEach(({ settings: { labels }, trained }, head) => {
      labels.forEach((_, at) => {
        const level = levelOf(trained.weights[row * labels.length + at] ?? 0, steps[head] ?? 1);
        if (level === 0) return;
        columns.push(first + at);
        levels.push(NO_LEVEL + level);
      });
      first += labels.length;
    });
    counts.push(columns.length - before);
  }
  return Buffer.from([...counts, ...columns, ...levels]);
}

function levelOf(weight: number, step: number): number {
  return Math.max(-HIGHEST, Math.min(HIGHEST, Math.round(weight / step)));
}

/** A part of the deviation of the weights that a head has. */
function stepOf(weights: Float64Array): number {
  const own = weights.filter((weight) => weight !== 0);
  const squares = own.reduce((sum, weight) => sum + weight * weight, 0);
  return Math.sqrt(squares / Math.max(1, own.length)) / LEVELS_OF_DEVIATION || 1;
}
