import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Measure } from "./measure.ts";

/** Writes `.results/<command>.json`: which code, on which machine, measured what. */
export function writeResults(command: string, measures: readonly Measure[]): void {
  const commit = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).stdout?.trim() ?? "";
  const [first] = cpus();
  const machine = `${cpus().length} x ${first?.model.trim() ?? "unknown"}, Node ${process.versions.node}`;
  mkdirSync(".results", { recursive: true });
  writeFileSync(`.results/${command}.json`, `${JSON.stringify({ commit, machine, measures }, undefined, 2)}\n`);
}

/** The measures as a table for people. */
export function resultsTable(measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(({ name }) => name.length));
  const line = ({ name, value, unit, goal, ok }: Measure) => {
    const judged = goal === "" ? "" : `goal ${goal}  ${ok ? "ok" : "NOT MET"}`;
    return `${name.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(13)} ${judged}`.trimEnd();
  };
  return measures.map(line).join("\n");
}
