import { expect, it } from "vitest";
import type { DueTimer } from "#contracts/outbound-message";
import { sweep } from "#sla/sweep";

const NOW = new Date("2026-03-02T01:00:00.000Z");
const timer = (secondsAgo: number, ticketId = `t${secondsAgo}`): DueTimer => ({
  ticketId,
  fireAt: new Date(NOW.getTime() - secondsAgo * 1000).toISOString(),
  version: 1,
});

/** An index that answers in pages, as DynamoDB does. */
function indexOf(shards: Record<string, DueTimer[]>, pageSize = 3) {
  return async (shard: string, until: Date, cursor: string | undefined) => {
    const due = (shards[shard] ?? [])
      .filter(({ fireAt }) => fireAt <= until.toISOString())
      .sort((a, b) => a.fireAt.localeCompare(b.fireAt));
    const from = Number(cursor ?? 0);
    const to = from + pageSize;
    return { timers: due.slice(from, to), cursor: to < due.length ? String(to) : undefined };
  };
}

function queue() {
  const batches: string[][] = [];
  const enqueue = async (timers: readonly DueTimer[]) => {
    batches.push(timers.map(({ ticketId }) => ticketId));
  };
  return { batches, enqueue };
}

it("enqueues what is due in all shards and on all pages, the oldest first", async () => {
  const { batches, enqueue } = queue();
  const shards = { a: [timer(1), timer(5), timer(9), timer(7)], b: [timer(8), timer(2)], c: [] };
  await sweep(["a", "b", "c"], indexOf(shards), enqueue, NOW);
  expect(batches.flat()).toEqual(["t9", "t8", "t7", "t5", "t2", "t1"]);
});

it("leaves what is not due yet, to the millisecond", async () => {
  const { batches, enqueue } = queue();
  await sweep(["a"], indexOf({ a: [timer(0), timer(-0.001)] }), enqueue, NOW);
  expect(batches.flat()).toEqual(["t0"]);
});

it("stops at no number: thousands due in one minute all leave, ten in a call", async () => {
  const { batches, enqueue } = queue();
  const shards = Object.fromEntries(
    ["a", "b"].map((shard) => [shard, Array.from({ length: 1234 }, (_, n) => timer(n, `${shard}${n}`))]),
  );
  expect(await sweep(["a", "b"], indexOf(shards, 100), enqueue, NOW)).toEqual({
    enqueued: 2468,
    oldestDueLagMs: 1_233_000,
  });
  expect(new Set(batches.flat()).size).toBe(2468);
  expect(Math.max(...batches.map(({ length }) => length))).toBe(10);
});

it("is done at once when nothing is due", async () => {
  const { batches, enqueue } = queue();
  expect(await sweep(["a"], indexOf({}), enqueue, NOW)).toEqual({ enqueued: 0, oldestDueLagMs: 0 });
  expect(batches).toEqual([]);
});

it("sends the rest when a call fails, and fails in the end so that somebody hears of it", async () => {
  const { batches, enqueue } = queue();
  const failingOnce = (timers: readonly DueTimer[]) =>
    timers.some(({ ticketId }) => ticketId === "t20") ? Promise.reject(new Error("throttled")) : enqueue(timers);
  const shards = { a: Array.from({ length: 25 }, (_, n) => timer(n)) };
  await expect(sweep(["a"], indexOf(shards), failingOnce, NOW)).rejects.toThrow("1 batches of due timers not enqueued");
  expect(batches.flat()).toHaveLength(15);
});
