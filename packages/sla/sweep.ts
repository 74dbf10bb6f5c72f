import type { DueTimer } from "#contracts/outbound-message";

/** One page of a shard's timers with `fireAt` up to a moment, oldest first. */
export type DuePage = (
  shard: string,
  until: Date,
  cursor: string | undefined,
) => Promise<{ readonly timers: readonly DueTimer[]; readonly cursor: string | undefined }>;

export interface SweepResult {
  readonly enqueued: number;
  /** How long the oldest due timer had been due: the metric that says whether sweeping keeps up. */
  readonly oldestDueLagMs: number;
}

/** The queue takes ten messages in one call. */
const BATCH_SIZE = 10;
/** Calls at a time: 10,000 timers of one minute leave in seconds, and no call waits behind a thousand others. */
const BATCHES_AT_ONCE = 8;

/**
 * Enqueues every timer that is due at `now`, from all shards and all their pages, the oldest first.
 *
 * It writes nothing: a timer leaves the index when it has fired, so what is enqueued twice, or lost on the way, costs
 * one more look. When some calls fail the rest still go out, and the failure is thrown at the end.
 */
export async function sweep(
  shards: readonly string[],
  query: DuePage,
  enqueue: (timers: readonly DueTimer[]) => Promise<void>,
  now: Date,
): Promise<SweepResult> {
  const failures: unknown[] = [];
  let enqueued = 0;
  let oldest = now.getTime();
  for await (const timers of inGroups(oldestFirst(shards, query, now), BATCH_SIZE * BATCHES_AT_ONCE)) {
    oldest = Math.min(oldest, ...timers.slice(0, 1).map(({ fireAt }) => Date.parse(fireAt)));
    const outcomes = await Promise.allSettled(batchesOf(timers).map(enqueue));
    failures.push(...outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : [])));
    enqueued += timers.length;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} batches of due timers not enqueued`);
  return { enqueued, oldestDueLagMs: now.getTime() - oldest };
}

interface Head {
  readonly timer: DueTimer;
  readonly rest: AsyncGenerator<DueTimer>;
}

/** All shards as one stream in the order of time; each holds one page in memory. */
async function* oldestFirst(shards: readonly string[], query: DuePage, now: Date): AsyncGenerator<DueTimer> {
  const heads = (await Promise.all(shards.map((shard) => headOf(timersOf(shard, query, now))))).flatMap(
    (head) => head ?? [],
  );
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (b.timer.fireAt < a.timer.fireAt ? b : a));
    yield first.timer;
    const next = await headOf(first.rest);
    heads.splice(heads.indexOf(first), 1, ...(next === undefined ? [] : [next]));
  }
}

async function headOf(rest: AsyncGenerator<DueTimer>): Promise<Head | undefined> {
  const next = await rest.next();
  return next.done === true ? undefined : { timer: next.value, rest };
}

async function* timersOf(shard: string, query: DuePage, now: Date): AsyncGenerator<DueTimer> {
  let cursor: string | undefined;
  do {
    const page = await query(shard, now, cursor);
    yield* page.timers;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

async function* inGroups(timers: AsyncIterable<DueTimer>, size: number): AsyncGenerator<DueTimer[]> {
  let group: DueTimer[] = [];
  for await (const timer of timers) {
    group.push(timer);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function batchesOf(timers: readonly DueTimer[]): DueTimer[][] {
  return Array.from({ length: Math.ceil(timers.length / BATCH_SIZE) }, (_, batch) =>
    timers.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE),
  );
}
