import { sweep } from "#sla/sweep";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { atMostOfFloor, type Measure, told } from "../report/measure.ts";
import { median } from "../report/median.ts";
import { fillTimers } from "./fill-timers.ts";

/** A JVM that has just started would make the first size, which is the floor, look slow. */
const WARM_UP_ROUNDS = 40;
const TODAY = new Date("2026-09-14T08:00:00Z");

/** A sweep that finds nothing due, beside ever more tickets that are open: its cost must follow what is due. */
export async function idleSweep(
  { client, table }: FreshTable,
  { sizes, rounds, say }: { sizes: readonly number[]; rounds: number; say: (line: string) => void },
): Promise<Measure[]> {
  const page = dynamoDuePage(client, table);
  const once = async () => {
    const startedAt = performance.now();
    const { enqueued } = await sweep(timerShards, page, async () => {}, TODAY);
    if (enqueued > 0) throw new Error(`${enqueued} timers of tomorrow were swept today`);
    return performance.now() - startedAt;
  };
  const times: number[] = [];
  let filled = 0;
  for (const size of sizes) {
    await fillTimers(client, table, filled, size);
    filled = size;
    for (let round = 0; round < WARM_UP_ROUNDS; round++) await once();
    const figures: number[] = [];
    for (let round = 0; round < rounds; round++) figures.push(await once());
    times.push(median(figures));
    say(`sweep beside ${size} open tickets: ${median(figures).toFixed(1)} ms`);
  }
  const name = (index: number) => `sweep, nothing due, ${sizes[index]?.toLocaleString("en")} open`;
  const [first = 0, ...rest] = times;
  const last = rest.pop() ?? first;
  return [
    told({ name: name(0), value: first, unit: "ms" }),
    ...rest.map((value, index) => told({ name: name(index + 1), value, unit: "ms", floor: first })),
    atMostOfFloor({ name: name(sizes.length - 1), value: last, unit: "ms", floor: first }, 1.2),
  ];
}
