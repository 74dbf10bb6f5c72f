import { parseArgs } from "node:util";
import * as z from "zod";
import { runHistories } from "./histories/run-histories.ts";
import { runFaults } from "./run-faults.ts";
import { resultsTable, writeResults } from "./write-results.ts";

const whole = z.coerce.number().int();
const scaleSchema = z.object({
  messages: whole.min(1).max(99_999).default(1000),
  citizens: whole.min(1).max(9000).default(200),
  seed: whole.default(1022),
  kills: whole.min(0).max(100).default(3),
  histories: whole.min(1).max(1_000_000).default(1000),
});

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { messages: text, citizens: text, seed: text, kills: text, histories: text } });
const scale = scaleSchema.parse(values);
const killRunMeant = values.messages !== undefined || values.citizens !== undefined || values.kills !== undefined;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Everything twice and shuffled, with kills in the middle of the running system. */
async function killRun(): Promise<boolean> {
  say(`${scale.messages} messages of ${scale.citizens} citizens, ${scale.kills} kills, seed ${scale.seed}`);
  const measures = await runFaults(scale, say);
  say(`\n${resultsTable(measures)}\n`);
  writeResults("faults", measures);
  return measures.every(({ ok }) => ok);
}

/** The same functions in process, with every fault that their table, queues, stream, clocks and vendors may have. */
async function histories(): Promise<boolean> {
  const measures = await runHistories(scale.histories, scale.seed, say);
  say(`\n${resultsTable(measures)}`);
  writeResults("faults-histories", measures);
  return measures.every(({ ok }) => ok);
}

/** Both, or the one that the options speak of; exit code 1 when anything was lost, doubled or mixed up. */
const killed = values.histories !== undefined && !killRunMeant ? true : await killRun();
const lived = killRunMeant && values.histories === undefined ? true : await histories();
process.exitCode = killed && lived ? 0 : 1;
