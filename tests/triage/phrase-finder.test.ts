import { expect, it } from "vitest";
import { wordsHeard } from "#triage/learned/evidence";
import { phraseFinder } from "#triage/words/phrase-finder";

it.each([
  ["a phrase in an admin's own spelling is heard in the standard one", "ko nói tên", "xin không nói tên tôi ra"],
  ["a phrase in the standard spelling is heard in a citizen's own", "không nói tên", "ad ơi ko nói tên e nha"],
])("%s", (_, phrase, text) => {
  expect(phraseFinder([phrase])(wordsHeard(text).tokens)).toBe(true);
});

it("the same words in another order are no phrase", () => {
  expect(phraseFinder(["không nói tên"])(wordsHeard("tôi tên Mai, không ai nói lại").tokens)).toBe(false);
});
