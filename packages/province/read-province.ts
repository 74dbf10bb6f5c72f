import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Province } from "#contracts/configuration/province";
import { checkProvince } from "#province/check-province";
import { loadProvince } from "#province/load-province";
import { ProvinceError } from "#province/province-error";

/** A province from its folder, or from the one file that `compileProvince` made of it; checked either way. */
export function readProvince(path: string): Province {
  if (statSync(path).isDirectory()) return loadProvince(path);
  try {
    return checkProvince(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof ProvinceError) throw error;
    throw new ProvinceError([`${basename(path)}: is not JSON, expected the text compileProvince writes`]);
  }
}
