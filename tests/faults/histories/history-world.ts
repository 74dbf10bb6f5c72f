import type { NextCode } from "#tickets/code-lease";
import type { ProvinceRules } from "../../../functions/province-rules.ts";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { type SeededRandom, seededRandom } from "../seeded-random.ts";
import { type FaultPlan, noFaults } from "./fault-plan.ts";
import { functionProcess } from "./function-process.ts";
import { type HistoryQueues, historyQueues } from "./history-queues.ts";
import { type Interleaving, interleaving } from "./interleaving.ts";
import { type DeskAct, type TableRecord, tableRecord } from "./record.ts";
import { type Vendors, vendors } from "./vendors.ts";
import { type FunctionName, functionNames, type WiredFunctions, wiredFunctions } from "./wired-functions.ts";

/** All there is in one history: its time, its queues, its vendors, the functions, and what was written down of it. */
export interface HistoryWorld {
  readonly seed: number;
  readonly random: SeededRandom;
  readonly time: { ms: number };
  readonly rules: ProvinceRules;
  readonly interleaving: Interleaving;
  readonly queues: HistoryQueues;
  readonly record: TableRecord;
  readonly vendors: Vendors;
  readonly functions: WiredFunctions;
  readonly acts: DeskAct[];
  /** Memories of the living processes of open-ticket. */
  readonly codes: NextCode[];
  /** `lastSweepAt`: up to here every clock must have rung in the end. Calls meet the plan; while `faulty`, vendors fail and queues deliver twice. */
  readonly mood: {
    faulty: boolean;
    plans: Partial<Record<FunctionName, FaultPlan>>;
    plan: FaultPlan;
    lastSweepAt: number;
  };
  readonly account: string[];
  say(line: string): void;
  /** Runs one invocation in a process of its own; what it throws is answered, never thrown. */
  invoke(name: FunctionName, what: string, work: () => Promise<unknown>): Promise<Invoked>;
}

export type Invoked =
  | { readonly kind: "done"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly error: Error };

/** Monday 14/09/2026, 09:00 in Hà Nội. */
const MORNING = Date.parse("2026-09-14T02:00:00.000Z");
const SKEW_MS = 5 * 60_000;
const VENDOR_ERRORS_PERCENT = 8;

export function historyWorld(seed: number, at: FreshTable, rules: ProvinceRules): HistoryWorld {
  const random = seededRandom(seed);
  const time = { ms: MORNING + random.whole(40) * 60_000 };
  const skews = new Map(functionNames.map((name) => [name, random.whole(2 * SKEW_MS + 1) - SKEW_MS]));
  const mood: HistoryWorld["mood"] = { faulty: true, plans: {}, plan: noFaults, lastSweepAt: 0 };
  const account: string[] = [];
  const say = (line: string) => void account.push(`${new Date(time.ms).toISOString().slice(11, 19)} ${line}`);
  const queues = historyQueues(random, () => mood.faulty);
  const record = tableRecord((entry) => {
    queues.stream.set(entry.ticketId, [...(queues.stream.get(entry.ticketId) ?? []), entry]);
    say(`    ${entry.ticketId} #${entry.sequence}: ${entry.events.map(({ type }) => type).join(", ")}`);
  });
  const double = vendors({ clock: () => time.ms, random, errors: () => (mood.faulty ? VENDOR_ERRORS_PERCENT : 0) });
  const order = interleaving(random);
  const indexBefore = new Map<string, unknown>();
  const { toOutbound, toSlaDue } = queues;
  const clock = (name: FunctionName) => () => new Date(time.ms + (skews.get(name) ?? 0));
  say(
    `seed ${seed}; clocks are off by ${[...skews].map(([name, ms]) => `${name} ${Math.round(ms / 1000)} s`).join(", ")}`,
  );
  return {
    seed,
    random,
    time,
    rules,
    interleaving: order,
    queues,
    record,
    vendors: double,
    functions: wiredFunctions({ at, rules, clock, vendors: double, toOutbound, toSlaDue }),
    acts: [],
    codes: [],
    mood,
    account,
    say,
    async invoke(name, what, work) {
      const faults = mood.plans[name] ?? mood.plan;
      const { onApplied } = record;
      const onFault = () => {
        record.faults += 1;
      };
      const process = functionProcess({ name, interleaving: order, faults, indexBefore, say, onApplied, onFault });
      say(`${name}: ${what}`);
      try {
        return { kind: "done", answer: await process.run(work) };
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        say(`  ${name}: ${what} failed: ${error.name} ${error.message.slice(0, 100)}`);
        return { kind: "failed", error };
      }
    },
  };
}
