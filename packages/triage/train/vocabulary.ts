import { isHeard } from "#triage/learned/features";
import { RARITY_STEPS } from "#triage/learned/model-file";
import type { Example } from "./example.ts";

/** The features that are learned from, each with its row and its rarity. */
export interface Vocabulary {
  readonly rowOf: ReadonlyMap<number, number>;
  readonly hashes: Int32Array;
  readonly rarities: Float64Array;
  /** In how many texts each stands. */
  readonly counts: Int32Array;
}

/** A feature seen in one text only says nothing of others. */
const FEWEST_TEXTS = 2;
const MOST_STEPS = 255;
const BOOST_OF_PHRASES = 2.5;

/** The features of the examples that at least two texts share, rarest weighing most, rounded as the model file does. */
export function vocabularyOf(examples: readonly Example[], keep?: ReadonlySet<number>): Vocabulary {
  const originals = examples.filter(({ weight }) => weight === 1);
  const counts = new Map<number, number>();
  for (const { features } of originals) for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts]
    .filter(([hash, count]) => count >= FEWEST_TEXTS && (keep?.has(hash) ?? true))
    .sort(([a], [b]) => a - b);
  const rarity = (hash: number, count: number) => {
    const boost = isHeard(hash) ? BOOST_OF_PHRASES : 1;
    return (
      Math.min(MOST_STEPS, Math.round(boost * Math.log(1 + originals.length / count) * RARITY_STEPS)) / RARITY_STEPS
    );
  };
  return {
    rowOf: new Map(kept.map(([hash], row) => [hash, row])),
    hashes: Int32Array.from(kept, ([hash]) => hash),
    counts: Int32Array.from(kept, ([, count]) => count),
    rarities: Float64Array.from(kept, ([hash, count]) => rarity(hash, count)),
  };
}

/** An example as rows of the vocabulary with values of length one. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** `sees`: the features that count; without it all do. */
export function vectorOf(
  { features }: Example,
  { rowOf, rarities }: Vocabulary,
  sees: (hash: number) => boolean = () => true,
): Vector {
  const known: number[] = [];
  for (const hash of features) {
    const row = rowOf.get(hash);
    if (row !== undefined && sees(hash)) known.push(row);
  }
  const rows = Int32Array.from(known);
  const raw = Float64Array.from(known, (row) => rarities[row] ?? 0);
  const norm = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { rows, values: raw.map((value) => value / norm) };
}
