import { similarity, wordPairs } from "#platform/word-pairs";
import type { TrainingRow } from "#triage/files/training-files";

export interface NearCopy {
  readonly of: TrainingRow;
  readonly copy: TrainingRow;
}

/** From this likeness on two texts teach the same thing: one noun or number was changed. */
const COPY_FROM = 0.7;

type Pairs = ReadonlySet<string>;

/** Training rows that say what an earlier row says already; they teach nothing and are counted apart. */
export function nearCopies(rows: readonly TrainingRow[]): readonly NearCopy[] {
  const read = rows.map(({ request }) => wordPairs(request.text));
  const holders = new Map<string, number[]>();
  return read.flatMap((pairs, at) => {
    const earlier = rows[firstAlike(pairs, read, holders) ?? -1];
    for (const pair of pairs) holders.set(pair, [...(holders.get(pair) ?? []), at]);
    const copy = rows[at];
    return earlier === undefined || copy === undefined ? [] : [{ of: earlier, copy }];
  });
}

/** The first of the texts that share pairs with this one and are alike; what shares none is never compared. */
function firstAlike(pairs: Pairs, read: readonly Pairs[], holders: ReadonlyMap<string, readonly number[]>) {
  const shared = new Map<number, number>();
  for (const at of [...pairs].flatMap((pair) => holders.get(pair) ?? [])) shared.set(at, (shared.get(at) ?? 0) + 1);
  const close = [...shared].filter(([, count]) => count >= COPY_FROM * pairs.size).map(([at]) => at);
  return close.sort((a, b) => a - b).find((at) => similarity(pairs, read[at] ?? new Set()) >= COPY_FROM);
}
