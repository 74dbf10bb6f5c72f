import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where a function finds its province, from the folder of its bundle. */
export const PROVINCE_FOLDER = "province";

/** A province's JSON files without the white space that people need to edit them. */
export function copyProvince(from: string, bundle: string): void {
  const to = join(bundle, PROVINCE_FOLDER);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((name) => name.endsWith(".json"))) {
    writeFileSync(join(to, file), JSON.stringify(JSON.parse(readFileSync(join(from, file), "utf8"))));
  }
}
