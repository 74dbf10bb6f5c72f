import type { ProvinceRules } from "../../../functions/province-rules.ts";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { checkClocks } from "./check-clocks.ts";
import { checkLedgers } from "./check-ledgers.ts";
import { checkMessages } from "./check-messages.ts";
import { checkTold } from "./check-told.ts";
import type { Arrival } from "./citizens.ts";
import { clear, snapshot } from "./dynamo-snapshot.ts";
import { type HistoryWorld, historyWorld } from "./history-world.ts";
import { liveHistory } from "./live-history.ts";

export interface HistoryOutcome {
  readonly seed: number;
  /** What is not as it must be; none where all is well. */
  readonly complaints: readonly string[];
  /** What happened, line by line. */
  readonly account: readonly string[];
  readonly calls: number;
  readonly messages: number;
  readonly told: number;
  readonly faults: number;
}

/** Lives one history on an empty table, holds what is there against what was said, and leaves the table empty. */
export async function runHistory(
  seed: number,
  at: FreshTable,
  rules: ProvinceRules,
  live: (world: HistoryWorld) => Promise<Arrival[]> = liveHistory,
): Promise<HistoryOutcome> {
  const world = historyWorld(seed, at, rules);
  const { record, vendors, account, acts, mood } = world;
  const calls = () => record.calls;
  let said: Arrival[] = [];
  const complaints: string[] = [];
  try {
    said = await live(world);
  } catch (error) {
    complaints.push(`the history came to no end: ${String(error)}`);
  }
  const table = await snapshot(at);
  complaints.push(
    ...checkMessages(said, table),
    ...checkLedgers(acts, table),
    ...checkClocks(table, rules.province.policies, mood.lastSweepAt),
    ...checkTold(vendors.taken, rules, table),
  );
  await clear(at, table);
  return {
    seed,
    complaints,
    account,
    calls: calls(),
    messages: said.length,
    told: vendors.taken.length,
    faults: record.faults,
  };
}
