import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILED_PROVINCE, compileProvince } from "#province/compile-province";
import { partNames } from "#province/province-files";

/** Where a function finds its province, from the folder of its bundle. */
export const PROVINCE_FOLDER = "province";

/** A province, checked and in one file; beside it, without white space, the files that triage reads for itself. */
export function copyProvince(from: string, bundle: string): void {
  const to = join(bundle, PROVINCE_FOLDER);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, COMPILED_PROVINCE), compileProvince(from));
  const compiled = new Set<string>(partNames.map((part) => `${part}.json`));
  for (const file of readdirSync(from).filter((name) => name.endsWith(".json") && !compiled.has(name))) {
    writeFileSync(join(to, file), JSON.stringify(JSON.parse(readFileSync(join(from, file), "utf8"))));
  }
}
