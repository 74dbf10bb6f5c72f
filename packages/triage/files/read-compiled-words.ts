import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompiledWords, compileWords } from "#triage/words/compiled-words";
import { wordsOf } from "#triage/words/words-bytes";
import { COMPILED_WORDS } from "./compiled-names.ts";
import { readWords } from "./read-words.ts";

/**
 * A province's words ready for reading. In a function's bundle lies what the build has checked and compiled: forty
 * thousand phrases are then ready in a millisecond.
 */
export function readCompiledWords(folder: string, categories: readonly string[]): CompiledWords {
  const compiled = join(folder, COMPILED_WORDS);
  return existsSync(compiled) ? wordsOf(readFileSync(compiled)) : compileWords(readWords(folder, categories));
}
