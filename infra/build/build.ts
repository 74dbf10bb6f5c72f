import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { environment } from "#platform/environment";
import type { FunctionName } from "../../functions/function-names.ts";
import type { BuiltFunction } from "./build-function.ts";
import { buildFunctions } from "./build-functions.ts";
import { entryBudgetsKib } from "./entry-budgets.ts";

/** `npm run build`: bundles every function into `dist/` and prints what each weighs against its budget. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { PROVINCE } = environment({ PROVINCE: z.string().default("packages/province/dong-thap") });
  const startedAt = performance.now();
  const built = await buildFunctions(root, PROVINCE);
  writeFileSync(join(root, "dist", "sizes.json"), JSON.stringify(built.map(sizeOf), null, 2));
  for (const bundle of built) process.stdout.write(`${lineOf(bundle)}\n`);
  process.stdout.write(`${built.length} functions in ${Math.round(performance.now() - startedAt)} ms\n`);
}

const kib = (bytes: number): number => Math.round((bytes / 1024) * 10) / 10;

function sizeOf({ name, entryBytes, totalBytes }: BuiltFunction) {
  const budgetKib = entryBudgetsKib[name as FunctionName];
  return { name, entryKib: kib(entryBytes), totalKib: kib(totalBytes), budgetKib, ok: kib(entryBytes) <= budgetKib };
}

function lineOf(bundle: BuiltFunction): string {
  const { name, entryKib, totalKib, budgetKib, ok } = sizeOf(bundle);
  const columns = [name.padEnd(18), `${entryKib} KiB at start`.padStart(20), `${totalKib} KiB in all`.padStart(20)];
  return `${columns.join("")}   budget ${budgetKib}${ok ? "" : "  OVER"}`;
}

await main();
