import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readJson } from "#triage/files/read-json";
import { readWords } from "#triage/files/read-words";
import { type TriageWords, triageWordsSchema } from "#triage/words/word-list";

const file = new URL("../../packages/province/dong-thap/triage-words.json", import.meta.url);
const words = readJson(file, triageWordsSchema);
const categories = Object.keys(words.categories.readings);
const readingOf = (voices: object) => ({ strong: [], fair: [], weak: [], against: [], ...voices });

function folderWith(content: string | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  if (content !== undefined) writeFileSync(join(folder, "triage-words.json"), content);
  return folder;
}

/** Đồng Tháp's words with one thing changed by an unlucky hand. */
function edited(change: (words: TriageWords) => void): string {
  const copy = structuredClone(words);
  change(copy);
  return folderWith(JSON.stringify(copy));
}
const topic = (of: TriageWords, voices: object) => {
  of.categories.readings["dien"] = readingOf(voices) as TriageWords["categories"]["readings"][string];
};

it("reads the province's words as they are", () => {
  expect(
    readWords(
      edited(() => {}),
      categories,
    ),
  ).toEqual(words);
});

it.each`
  what                                   | change                                                                                     | says
  ${"a list that is a text"}             | ${(of: TriageWords) => topic(of, { strong: "cúp điện" })}                                  | ${/triage-words\.json categories\.readings\.dien\.strong: .*expected array/}
  ${"a loudness nobody knows"}           | ${(of: TriageWords) => topic(of, { loud: ["cúp điện"] })}                                  | ${/categories\.readings\.dien: .*"loud"/}
  ${"an empty phrase"}                   | ${(of: TriageWords) => topic(of, { fair: ["cúp điện", ""] })}                              | ${/categories\.readings\.dien\.fair\[1\]: "" could never be heard/}
  ${"a phrase with a mark in it"}        | ${(of: TriageWords) => topic(of, { weak: ["cúp điện, hoài"] })}                            | ${/dien\.weak\[0\]: "cúp điện, hoài" could never be heard/}
  ${"two blanks in a danger's phrase"}   | ${(of: TriageWords) => void of.emergencies["fire"]?.phrases.splice(0, 1, "cháy  nhà")}     | ${/emergencies\.fire\.phrases\[0\]: "cháy {2}nhà"/}
  ${"a phrase both for and against"}     | ${(of: TriageWords) => topic(of, { strong: ["cúp điện"], against: ["cúp điện"] })}         | ${/dien\.strong\[0\]: "cúp điện" stands under against too/}
  ${"a counter-word that speaks for it"} | ${(of: TriageWords) => void Object.assign(of.urgencies.weights, { against: 2 })}           | ${/urgencies\.weights\.against: is 2, expected less than zero/}
  ${"a weight of nothing"}               | ${(of: TriageWords) => void Object.assign(of.categories.weights, { fair: 0 })}             | ${/categories\.weights\.fair: is 0, expected more than zero/}
  ${"a category nobody knows"}           | ${(of: TriageWords) => void Object.assign(of.categories.readings, { gio: readingOf({}) })} | ${/categories\.readings\.gio: nobody knows it, expected one of giao_thong/}
  ${"an urgency without words"}          | ${(of: TriageWords) => void delete of.urgencies.readings["high"]}                          | ${/urgencies\.readings\.high: is missing/}
`("refuses $what and names the entry", ({ change, says }) => {
  expect(() => readWords(edited(change), categories)).toThrow(says);
});

it.each`
  what                  | content                | says
  ${"no file"}          | ${undefined}           | ${/triage-words\.json: is missing/}
  ${"a broken bracket"} | ${'{"categories": [}'} | ${/triage-words\.json: is not JSON/}
`("refuses $what", ({ content, says }) => {
  expect(() => readWords(folderWith(content), categories)).toThrow(says);
});

it("tells all mistakes at once", () => {
  const folder = edited((of) => topic(of, { strong: ["", " "] }));
  expect(() => readWords(folder, categories)).toThrow(/2 mistakes/);
});
