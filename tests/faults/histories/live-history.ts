import { calmDown } from "./calm-down.ts";
import { type Arrival, citizensOf } from "./citizens.ts";
import { deskWork, unansweredActs } from "./desk-works.ts";
import { randomFaults } from "./fault-plan.ts";
import type { HistoryWorld } from "./history-world.ts";
import { vendorReceipts } from "./receipts.ts";
import { readyWorks, type Work } from "./works.ts";

const FAULT_PERCENT = 3;
const STEPS_MS = [0, 0, 20_000, 180_000, 480_000, 900_000] as const;

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
