import { randomUUID } from "node:crypto";
import { historiesTable, interferedClient } from "./histories-table.ts";
import { hurriedProvince } from "./hurried-province.ts";
import { type HistoryOutcome, runHistory } from "./run-history.ts";

/** While one history waits for its table the other reckons. */
const AT_ONCE = 2;

/** Runs the histories of some seeds on an engine, two at a time, each on a table of its own. */
export async function runSeeds(
  endpoint: string,
  seeds: readonly number[],
  onOutcome: (outcome: HistoryOutcome) => void,
): Promise<void> {
  const client = interferedClient(endpoint);
  const rules = hurriedProvince();
  const waiting = seeds.values();
  const worker = async () => {
    const at = await historiesTable(client, `histories-${randomUUID()}`);
    for (const seed of waiting) onOutcome(await runHistory(seed, at, rules));
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, seeds.length) }, worker));
}
