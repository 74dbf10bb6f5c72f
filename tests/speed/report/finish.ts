import { writeResults } from "../../faults/write-results.ts";
import type { Measure } from "./measure.ts";
import { measuresTable } from "./measures-table.ts";

/** Prints a command's table and writes `.results/<command>.json`. A missed goal is a finding, not a failure of the command. */
export function finish(command: string, measures: readonly Measure[]): void {
  process.stdout.write(`\n${measuresTable(measures)}\n`);
  writeResults(command, measures);
  const missed = measures.filter(({ ok }) => !ok).length;
  process.stdout.write(
    `\n${missed === 0 ? "Every goal is met." : `${missed} of the goals are missed.`} .results/${command}.json\n`,
  );
}
