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
  const places = read.flatMap((pairs, at) => Array.from(pairs, (pair) => ({ pair, at })));
  const holders = Map.groupBy(places, ({ pair }) => pair);
  return rows.flatMap((copy, at) => {
    const earlier = rows[firstAlike(at, read, holders) ?? -1];
    return earlier === undefined ? [] : [{ of: earlier, copy }];
  });
}

/** The first of the earlier texts that is like this one; what shares no pair with it is never compared. */
function firstAlike(at: number, read: readonly Pairs[], holders: ReadonlyMap<string, readonly { at: number }[]>) {
  const pairs = read[at] ?? new Set();
  const sharing = [...pairs].flatMap((pair) => holders.get(pair) ?? []).filter((other) => other.at < at);
  const close = [...Map.groupBy(sharing, (other) => other.at)].filter(
    ([, all]) => all.length >= COPY_FROM * pairs.size,
  );
  const alike = close.filter(([other]) => similarity(pairs, read[other] ?? new Set()) >= COPY_FROM);
  return alike.length === 0 ? undefined : Math.min(...alike.map(([other]) => other));
}
