import * as z from "zod";
import { areaSchema } from "#contracts/configuration/organisation";
import { gazetteerSchema } from "#triage/place/gazetteer";
import { compileWords } from "#triage/words/compiled-words";
import { triageWordsSchema } from "#triage/words/word-list";
import { readJson } from "./read-json.ts";

/** What triage reads of a province's folder. */
export function provinceFiles(folder = new URL("../../province/dong-thap/", import.meta.url)) {
  return {
    words: compileWords(readJson(new URL("triage-words.json", folder), triageWordsSchema)),
    gazetteer: readJson(new URL("gazetteer.json", folder), gazetteerSchema),
    areas: readJson(new URL("areas.json", folder), z.array(areaSchema).min(1)),
  };
}
