import { signOnly } from "./features.ts";
import {
  HASH_MASK,
  type Head,
  type ModelFile,
  type ModelLists,
  NO_LEVEL,
  RARITY_STEPS,
  unpackModel,
} from "./model-file.ts";
import { rowOf } from "./row-of.ts";

/** A linear model over hashed features; several heads read the same features. */
export interface LinearModel {
  readonly heads: Readonly<Record<string, Head>>;
  /** The learned score of each label of a head, before the word list and the temperature. */
  scores(features: ReadonlySet<number>): Readonly<Record<string, readonly number[]>>;
}

/** The squared lengths of a text's vector as the heads see it. */
interface Squares {
  all: number;
  withoutSigns: number;
}

/** A model that is unpacked with its first text: an API that only lists tickets never pays for it. */
export function linearModelOf(file: ModelFile): LinearModel {
  let unpacked: ModelLists | undefined;
  const columns = Object.values(file.heads).reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    heads: file.heads,
    scores(features) {
      unpacked ??= unpackModel(file);
      const lists = unpacked;
      const sums = new Float64Array(columns);
      const squares = { all: 0, withoutSigns: 0 };
      for (const feature of features) {
        const row = rowOf(lists.hashes, feature & HASH_MASK);
        if (row === undefined) continue;
        const rarity = (lists.rarities[row] ?? 0) / RARITY_STEPS;
        squares.all += rarity * rarity;
        if (!signOnly(feature)) squares.withoutSigns += rarity * rarity;
        addRow(sums, lists, row, rarity);
      }
      return perHead(file.heads, sums, squares);
    },
  };
}

function addRow(sums: Float64Array, { starts, columns, levels }: ModelLists, row: number, rarity: number): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + ((levels[at] ?? NO_LEVEL) - NO_LEVEL) * rarity;
  }
}

function perHead(heads: ModelFile["heads"], sums: Float64Array, squares: Squares): Record<string, readonly number[]> {
  const out: Record<string, readonly number[]> = {};
  let from = 0;
  for (const [name, { labels, bias, step, withoutSigns }] of Object.entries(heads)) {
    const first = from;
    const length = Math.sqrt(withoutSigns ? squares.withoutSigns : squares.all) || 1;
    out[name] = labels.map((_, at) => (bias[at] ?? 0) + ((sums[first + at] ?? 0) * step) / length);
    from += labels.length;
  }
  return out;
}
