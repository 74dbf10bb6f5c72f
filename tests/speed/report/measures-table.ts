import type { Measure } from "./measure.ts";

const columns = ["measure", "value", "unit", "floor", "ratio", "goal", ""] as const;

/** The measures as a table for people. */
export function measuresTable(measures: readonly Measure[]): string {
  const rows = [columns, ...measures.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

function cellsOf({ name, value, unit, floor, ratio, goal, ok }: Measure): string[] {
  const judged = goal === "" ? "" : ok ? "ok" : "MISSED";
  return [name, String(value), unit, floor?.toString() ?? "", ratio?.toString() ?? "", goal, judged];
}
