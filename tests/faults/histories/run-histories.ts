import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DynamoEngine } from "#local/engines/dynamo-engine";
import { dynoxideBinary, startDynoxide } from "#local/engines/dynoxide";
import { freePort } from "#local/engines/free-port";
import { startDynamo } from "#local/engines/start-dynamo";
import { exactly, type Measure, never, told } from "../measure.ts";
import type { HistoryOutcome } from "./run-history.ts";

/** So many failing histories are told in full. */
const ACCOUNTS = 3;
const TELL_EVERY = 100;

/** Runs so many histories, from `seed` on, and tells of those that failed. */
export async function runHistories(count: number, seed: number, say: (line: string) => void): Promise<Measure[]> {
  const startedAt = performance.now();
  const engine = await quickestEngine();
  say(`${count} histories on ${engine.name}, seeds ${seed} to ${seed + count - 1}`);
  const outcomes: HistoryOutcome[] = [];
  const onOutcome = (outcome: HistoryOutcome) => {
    outcomes.push(outcome);
    tellOf(outcome, outcomes, say);
  };
  try {
    const seeds = Array.from({ length: count }, (_, index) => seed + index);
    const threads = Math.min(availableParallelism(), Math.ceil(count / 10));
    const parts = Array.from({ length: threads }, (_, part) => seeds.filter((each) => each % threads === part));
    await Promise.all(parts.map((part) => inThread(engine.endpoint, part, onOutcome)));
  } finally {
    engine.process.kill("SIGKILL");
  }
  return measuresOf(outcomes, count, (performance.now() - startedAt) / 1000);
}

/** The native engine answers several times as quickly as Java's. */
async function quickestEngine(): Promise<DynamoEngine> {
  const binary = dynoxideBinary();
  return binary === undefined ? startDynamo(undefined) : startDynoxide(binary, { port: await freePort() });
}

function inThread(
  endpoint: string,
  seeds: readonly number[],
  onOutcome: (outcome: HistoryOutcome) => void,
): Promise<void> {
  const worker = new Worker(new URL("./histories-worker.ts", import.meta.url), { workerData: { endpoint, seeds } });
  worker.on("message", onOutcome);
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with code ${code}`))));
  });
}

function tellOf(outcome: HistoryOutcome, outcomes: readonly HistoryOutcome[], say: (line: string) => void): void {
  if (outcomes.length % TELL_EVERY === 0) say(`${outcomes.length} histories done.`);
  if (outcome.complaints.length === 0) return;
  const failed = outcomes.filter(({ complaints }) => complaints.length > 0).length;
  say(`\nSeed ${outcome.seed} FAILED; again with: npm run faults -- --histories 1 --seed ${outcome.seed}`);
  if (failed <= ACCOUNTS) say(outcome.account.join("\n"));
  for (const complaint of outcome.complaints) say(`  - ${complaint}`);
}

function measuresOf(outcomes: readonly HistoryOutcome[], count: number, seconds: number): Measure[] {
  const sum = (of: (outcome: HistoryOutcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const failed = outcomes.filter(({ complaints }) => complaints.length > 0).length;
  return [
    exactly("histories brought to their end", outcomes.length, count, "histories"),
    never("histories in which something was lost, doubled or mixed up", failed, "histories"),
    told(
      "messages and calls of citizens",
      sum(({ messages }) => messages),
      "messages",
    ),
    told(
      "things told by vendors",
      sum(({ told: things }) => things),
      "messages",
    ),
    told(
      "faults injected",
      sum(({ faults }) => faults),
      "faults",
    ),
    told(
      "calls to the table",
      sum(({ calls }) => calls),
      "calls",
    ),
    told("seconds", Math.round(seconds), "s"),
  ];
}
