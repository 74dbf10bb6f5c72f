import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Gazetteer, gazetteerSchema } from "#triage/place/gazetteer";
import { COMPILED_GAZETTEER } from "./compiled-names.ts";

/** A province's gazetteer from its folder; in a function's bundle, as the build has checked it already. */
export function readGazetteer(folder: string): Gazetteer {
  const compiled = join(folder, COMPILED_GAZETTEER);
  if (existsSync(compiled)) return JSON.parse(readFileSync(compiled, "utf8")) as Gazetteer;
  return gazetteerSchema.parse(JSON.parse(readFileSync(join(folder, "gazetteer.json"), "utf8")));
}
