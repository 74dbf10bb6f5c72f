import { similarity, wordPairs } from "#platform/word-pairs";
import type { TrainingRow } from "#triage/files/training-files";

export interface NearCopy {
  readonly of: TrainingRow;
  readonly copy: TrainingRow;
}

/** From this likeness on two texts teach the same thing: one noun or number was changed. */
const COPY_FROM = 0.7;

/** Training rows that say what an earlier row says already; they teach nothing and are counted apart. */
export function nearCopies(rows: readonly TrainingRow[]): readonly NearCopy[] {
  const read = rows.map((row) => ({ row, pairs: wordPairs(row.request.text) }));
  return read.flatMap(({ row, pairs }, at) => {
    const earlier = read.slice(0, at).find((other) => similarity(pairs, other.pairs) >= COPY_FROM);
    return earlier === undefined ? [] : [{ of: earlier.row, copy: row }];
  });
}
