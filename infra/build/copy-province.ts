import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILED_PROVINCE, compileProvince } from "#province/compile-province";
import { loadProvince } from "#province/load-province";
import { COMPILED_GAZETTEER, COMPILED_WORDS } from "#triage/files/compiled-names";
import { readGazetteer } from "#triage/files/read-gazetteer";
import { readWords } from "#triage/files/read-words";
import { compileWords } from "#triage/words/compiled-words";
import { wordsBytes } from "#triage/words/words-bytes";

/** Where a function finds its province, from the folder of its bundle. */
export const PROVINCE_FOLDER = "province";

/**
 * A province, checked and compiled into what a function reads at its start: a mistake in its files stops the build, not
 * the first message.
 */
export function provinceCopier(from: string): (bundle: string) => void {
  const categories = loadProvince(from).categories.map(({ code }) => code);
  const files = {
    [COMPILED_PROVINCE]: compileProvince(from),
    [COMPILED_WORDS]: wordsBytes(compileWords(readWords(from, categories))),
    [COMPILED_GAZETTEER]: JSON.stringify(readGazetteer(from)),
  };
  return (bundle) => {
    const to = join(bundle, PROVINCE_FOLDER);
    mkdirSync(to, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(to, name), content);
  };
}
