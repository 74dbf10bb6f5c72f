import { unansweredActs } from "./desk-works.ts";
import { noFaults } from "./fault-plan.ts";
import type { HistoryWorld } from "./history-world.ts";
import { readyWorks, type Work } from "./works.ts";

/** Longer than a storm's window and the difference of any two clocks together. */
const CALM_STEP_MS = 690_000;
/** The end of quiet hours, with all clocks off. */
const AFTER_QUIET_HOURS = Date.parse("2026-09-14T03:50:00.000Z");
const MOST_ROUNDS = 30;
const MOST_BATCHES = 300;

/**
 * Nothing fails any more: everything overdue rings, and then rounds of whatever else waits, a storm's window or a lease
 * apart, until a round has nothing left to write.
 */
export async function calmDown(world: HistoryWorld, receipts: () => Work[]): Promise<void> {
  const { queues, time, record, functions, interleaving, mood } = world;
  Object.assign(mood, { faulty: false, plans: {}, plan: noFaults });
  world.say("From here on nothing fails.");
  time.ms = Math.max(time.ms + CALM_STEP_MS, AFTER_QUIET_HOURS);
  mood.lastSweepAt = time.ms;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = record.writes;
    const what = time.ms === mood.lastSweepAt ? "everything" : "what waits";
    const sweep = async () => void (await world.invoke("sweep-sla", what, () => functions.sweep(what)));
    await interleaving.run([sweep]);
    await workOff(world, receipts);
    if (what === "what waits" && record.writes === before && queues.isEmpty()) return;
    time.ms += CALM_STEP_MS;
  }
  throw new Error(`Not all was done after ${MOST_ROUNDS} rounds`);
}

/** Whatever is ready, until nothing is. */
export async function workOff(world: HistoryWorld, receipts: () => Work[]): Promise<void> {
  const { queues, interleaving } = world;
  for (const messageId of queues.deadLetters.splice(0)) queues.outbound.push({ messageId, receives: 0, visibleAt: 0 });
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const ready = [...readyWorks(world), ...receipts(), ...unansweredActs(world)];
    if (ready.length === 0) return;
    await interleaving.run(ready.slice(0, 4));
  }
  throw new Error(`Some work fails again and again although nothing is wrong`);
}
