import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Province } from "#contracts/configuration/province";
import { COMPILED_PROVINCE } from "#province/compile-province";
import { loadProvince } from "#province/load-province";

/**
 * A province from its folder.
 *
 * In a function's bundle lies what the build has read and checked already, as one file: checking 160 agencies and 330
 * people again would be half of a cold start.
 */
export function readProvince(folder: string): Province {
  const compiled = join(folder, COMPILED_PROVINCE);
  return existsSync(compiled) ? (JSON.parse(readFileSync(compiled, "utf8")) as Province) : loadProvince(folder);
}
