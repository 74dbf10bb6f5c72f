import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TriageWords, triageWordsSchema } from "#triage/words/word-list";
import { TriageWordsError } from "./triage-words-error.ts";
import { wordMistakes } from "./word-mistakes.ts";

const FILE = "triage-words.json";

/**
 * The words of a province's folder as an admin edits them, checked; throws one error that names every wrong entry.
 *
 * `categories`: the codes of the province's categories, which are the readings that may have words.
 */
export function readWords(folder: string, categories: readonly string[]): TriageWords {
  const path = join(folder, FILE);
  if (!existsSync(path)) throw new TriageWordsError([`${FILE}: is missing, expected it in the province's folder`]);
  const parsed = triageWordsSchema.safeParse(jsonOf(readFileSync(path, "utf8")));
  const mistakes = parsed.success
    ? wordMistakes(parsed.data, categories)
    : parsed.error.issues.map(({ path: at, message }) => `${at.map(String).join(".")}: ${message}`);
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new TriageWordsError(mistakes.map((mistake) => `${FILE} ${mistake}`));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = /\(line \d+ column \d+\)/.exec(error instanceof Error ? error.message : "")?.[0] ?? "";
    throw new TriageWordsError([`${FILE}: is not JSON ${where}, expected a JSON text`.replace(" ,", ",")]);
  }
}
