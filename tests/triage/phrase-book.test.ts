import { expect, it } from "vitest";
import { PhraseBook } from "#triage/text/phrase-book";
import { tokensOf } from "#triage/text/tokens";

const book = PhraseBook.of([
  ["chợ", "market"],
  ["cúp nước", "no water"],
  ["Mỹ Lợi", "place"],
]);
const found = (text: string) => book.findAll(tokensOf(text)).map(({ value }) => value);

it("a text typed without diacritics is found by its folded words", () => {
  expect(found("cup nuoc o my loi")).toEqual(["no water", "place"]);
});

it("in a text with diacritics a bare word is what it says: cho is not chợ", () => {
  expect(found("nhờ cho người xuống sửa giùm bà con")).toEqual([]);
  expect(found("cho nguoi xuong sua")).toEqual(["market"]);
});

it("y and i, hỏi and ngã count as one, as people mix them up", () => {
  expect(found("nước ở Mĩ Lợi")).toEqual(["place"]);
});
