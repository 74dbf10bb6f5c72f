import { createTable } from "#platform/create-table";
import { sweep } from "#sla/sweep";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { atMostOfFloor, type Measure, told } from "../report/measure.ts";
import { median } from "../report/median.ts";
import { fillTimers } from "./fill-timers.ts";

/** A JVM that has just started would make the first rounds look slow. */
const WARM_UP_ROUNDS = 40;
const TODAY = new Date("2026-09-14T08:00:00Z");

/**
 * A sweep that finds nothing due, beside ever more tickets that are open: its cost must follow what is due. A table for
 * each size, swept in turn, so that all sizes meet the same noise.
 */
export async function idleSweep(
  { client, table, endpoint }: FreshTable & { readonly endpoint: string },
  { sizes, rounds, say }: { sizes: readonly number[]; rounds: number; say: (line: string) => void },
): Promise<Measure[]> {
  const tableOf = (size: number) => `${table}-${size}`;
  for (const size of sizes) {
    await createTable(client, tableOf(size), { stream: false });
    await fillTimers(endpoint, tableOf(size), 0, size);
    say(`sweep: a table with ${size.toLocaleString("en")} open tickets is filled`);
  }
  const once = async (size: number) => {
    const startedAt = performance.now();
    const { enqueued } = await sweep(timerShards, dynamoDuePage(client, tableOf(size)), async () => {}, TODAY);
    if (enqueued > 0) throw new Error(`${enqueued} timers of tomorrow were swept today`);
    return performance.now() - startedAt;
  };
  const times: number[][] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
    const ofRound: number[] = [];
    for (const size of sizes) ofRound.push(await once(size));
    if (round >= WARM_UP_ROUNDS) times.push(ofRound);
  }
  return sizes.map((size, index) => measureOf(size, index, index === sizes.length - 1, times));
}

function measureOf(size: number, index: number, isLast: boolean, times: readonly (readonly number[])[]): Measure {
  const timeOf = (round: readonly number[], which: number) => round[which] ?? Number.NaN;
  const name = `sweep, nothing due, ${size.toLocaleString("en")} open`;
  const value = median(times.map((round) => timeOf(round, index)));
  if (index === 0) return told({ name, value, unit: "ms" });
  const floor = median(times.map((round) => timeOf(round, 0)));
  const ratio = median(times.map((round) => timeOf(round, index) / timeOf(round, 0)));
  const figure = { name, value, unit: "ms", floor, ratio };
  return isLast ? atMostOfFloor(figure, 1.2) : told(figure);
}
