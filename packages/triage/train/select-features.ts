import type { TrainedHead } from "./train-head.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The features that move scores most, as many as the file may hold: by the length of their weights times their rarity. */
export function strongestFeatures(
  vocabulary: Vocabulary,
  heads: readonly TrainedHead[],
  count: number,
): ReadonlySet<number> {
  const strengths = Array.from(vocabulary.hashes, (hash, row) => ({
    hash,
    strength:
      (vocabulary.rarities[row] ?? 0) *
      Math.sqrt(vocabulary.counts[row] ?? 0) *
      heads.reduce((sum, head) => sum + lengthOfRow(head, row), 0),
  }));
  return new Set(
    strengths
      .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
      .slice(0, count)
      .map(({ hash }) => hash),
  );
}

function lengthOfRow({ weights, bias }: TrainedHead, row: number): number {
  const width = bias.length;
  let squares = 0;
  for (let at = row * width; at < (row + 1) * width; at++) squares += (weights[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}
