import { type Arrival, citizensOf } from "./citizens.ts";
import { deskWork, unansweredActs } from "./desk-works.ts";
import { randomFaults } from "./fault-plan.ts";
import type { HistoryWorld } from "./history-world.ts";
import { vendorReceipts } from "./receipts.ts";
import { readyWorks, type Work } from "./works.ts";

const FAULT_PERCENT = 3;
const STEPS_MS = [0, 0, 20_000, 180_000, 480_000, 900_000] as const;
const CALM_STEP_MS = 690_000;
/** The end of quiet hours, wherever in them a history ends, with all clocks off. */
const AFTER_QUIET_HOURS = Date.parse("2026-09-14T03:50:00.000Z");
const MOST_ROUNDS = 30;
const MOST_BATCHES = 1000;

/**
 * Citizens speak, officers act, time goes by and everything fails as the seed says; then nothing fails any more and
 * all that was begun is brought to its end. Answers everything that citizens said.
 */
export async function liveHistory(world: HistoryWorld): Promise<Arrival[]> {
  const { random, mood, seed } = world;
  mood.plan = randomFaults(random, FAULT_PERCENT);
  const script = citizensOf(seed, random);
  const receipts = vendorReceipts(world);
  const said: Arrival[] = [];
  for (let tick = 8 + random.whole(7); tick > 0; tick--) {
    world.time.ms += random.pick([...STEPS_MS]);
    if (random.whole(10) < 7) speak(world, script, said);
    const ready = random.shuffled([...readyWorks(world), ...receipts.ready(), ...sweeps(world)]);
    const desk = random.whole(10) < 3 ? deskWork(world) : random.shuffled(unansweredActs(world)).slice(0, 1);
    await world.interleaving.run([...desk, ...ready.slice(0, 2 + random.whole(4))]);
  }
  while (script.some((sayings) => sayings.length > 0)) speak(world, script, said);
  await calmDown(world, receipts.ready);
  return said;
}

function sweeps({ functions, invoke, random }: HistoryWorld): Work[] {
  const what = random.whole(6) === 0 ? "everything" : "clocks";
  return random.whole(2) === 0 ? [] : [async () => void (await invoke("sweep-sla", what, () => functions.sweep(what)))];
}

/** The next thing that is said on some conversation; the vendor may bring it twice. */
function speak({ random, queues, say }: HistoryWorld, script: readonly Arrival[][], said: Arrival[]): void {
  const [sayings = []] = random.shuffled(script.filter((left) => left.length > 0));
  const arrival = sayings.shift();
  if (arrival === undefined) return;
  said.push(arrival);
  const { group } = arrival;
  say(`${arrival.kind} on ${group}${arrival.kind === "message" ? `: ${arrival.message.text}` : ""}`);
  const copies = random.whole(4) === 0 ? [arrival, arrival] : [arrival];
  queues.inbound.set(group, [...(queues.inbound.get(group) ?? []), ...copies]);
}

/**
 * Nothing fails any more: everything overdue rings, and then rounds of whatever else waits, a storm's window or a lease
 * apart, until a round has nothing left to write.
 */
async function calmDown(world: HistoryWorld, receipts: () => Work[]): Promise<void> {
  const { queues, time, record, functions, interleaving, mood } = world;
  mood.faulty = false;
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

async function workOff(world: HistoryWorld, receipts: () => Work[]): Promise<void> {
  const { queues, interleaving } = world;
  for (const messageId of queues.deadLetters.splice(0)) queues.outbound.push({ messageId, receives: 0, visibleAt: 0 });
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const ready = [...readyWorks(world), ...receipts(), ...unansweredActs(world)];
    if (ready.length === 0) return;
    await interleaving.run(ready.slice(0, 4));
  }
  throw new Error(`Some work fails again and again although nothing is wrong`);
}
