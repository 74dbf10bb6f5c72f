import { expect, it } from "vitest";
import { provinceFiles } from "#triage/files/province-files";
import { tokensOf } from "#triage/text/tokens";
import { type CompiledList, compileList, entriesOf } from "#triage/words/compiled-list";
import { lexiconOf } from "#triage/words/lexicon";
import { wordsBytes, wordsOf } from "#triage/words/words-bytes";
import { read } from "./triage-under-test.ts";

const weights = { strong: 3, fair: 2, weak: 1, against: -2 };
const voices = (strong: string[]) => ({ strong, fair: [], weak: [], against: [] });
const list = (...strong: string[]) => compileList({ weights, readings: { cap_nuoc: voices(strong) } });
const phrasesOf = (of: CompiledList) =>
  of.firsts.flatMap((first) => entriesOf(of, first).map(([, vote]) => vote.phrase));

it("a phrase passes the same steps as the text: what a citizen calls 'nước xài' is heard as it is typed", () => {
  const heard = (text: string) => lexiconOf(list("nước xài", "vô nước")).hear(tokensOf(text)).votes;
  expect(heard("chưa vào nước")).toEqual([{ phrase: "vô nước", label: 0, weight: 3 }]);
  expect(heard("không có nước dùng").map(({ phrase }) => phrase)).toEqual(["nước xài"]);
});

it("words read from their file say what the words say that were written", () => {
  const { words } = provinceFiles();
  const read = wordsOf(wordsBytes(words));
  expect(phrasesOf(read.categories).sort()).toEqual(phrasesOf(words.categories).sort());
  expect(phrasesOf(read.emergencies.kinds).sort()).toEqual(phrasesOf(words.emergencies.kinds).sort());
  expect(read.emergencies.weights).toEqual(words.emergencies.weights);
  expect([read.abuse, read.keepNameSecret]).toEqual([words.abuse, words.keepNameSecret]);
});

it("a word that is no page's first has none, whatever objects call their own", () => {
  const read = wordsOf(wordsBytes(provinceFiles().words));
  expect(read.categories.page("constructor")).toBeUndefined();
});

it("the title is the sentence of the matter also where it is told in southern words", () => {
  const { title } = read("Em chào ad. Heo chết thúi quá trời ở mương sau nhà. Cảm ơn ad nhiều");
  expect(title).toBe("Heo chết thúi quá trời ở mương sau nhà.");
});
