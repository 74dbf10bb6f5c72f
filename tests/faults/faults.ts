import { parseArgs } from "node:util";
import * as z from "zod";
import { runFaults } from "./run-faults.ts";
import { resultsTable, writeResults } from "./write-results.ts";

const whole = z.coerce.number().int();
const scaleSchema = z.object({
  messages: whole.min(1).max(99_999),
  citizens: whole.min(1).max(9000),
  seed: whole,
  kills: whole.min(0).max(100),
});

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1000" },
    citizens: { type: "string", default: "200" },
    seed: { type: "string", default: "1022" },
    kills: { type: "string", default: "3" },
  },
});
const scale = scaleSchema.parse(values);
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Everything twice and shuffled, with kills in the middle; exit code 1 when anything was lost, doubled or mixed up. */
say(`${scale.messages} messages of ${scale.citizens} citizens, ${scale.kills} kills, seed ${scale.seed}`);
const measures = await runFaults(scale, say);
say(`\n${resultsTable(measures)}`);
writeResults("faults", measures);
process.exitCode = measures.every(({ ok }) => ok) ? 0 : 1;
