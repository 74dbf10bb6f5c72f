import { loadProvince } from "#province/load-province";

/** The name under which a compiled province lies in a function's bundle. */
export const COMPILED_PROVINCE = "province.compiled.json";

/** A province's whole folder, checked, as one JSON text: a function then reads one file and no folder. */
export function compileProvince(folder: string): string {
  return JSON.stringify(loadProvince(folder));
}
