import fc from "fast-check";
import { expect, it } from "vitest";
import { splitText } from "#channels/zalo/split-text";

it.each`
  rule                                    | text                              | parts
  ${"leaves a short text whole"}          | ${"Xin chào."}                    | ${["Xin chào."]}
  ${"parts between paragraphs first"}     | ${"Một hai. Ba.\n\nBốn năm sáu"}  | ${["Một hai. Ba.", "Bốn năm sáu"]}
  ${"then between lines"}                 | ${"Một hai. Ba\nbốn năm sáu bảy"} | ${["Một hai. Ba", "bốn năm sáu bảy"]}
  ${"then between sentences"}             | ${"Một hai ba bốn. Năm sáu"}      | ${["Một hai ba bốn.", "Năm sáu"]}
  ${"then between words"}                 | ${"Một hai ba bốn năm sáu bảy"}   | ${["Một hai ba bốn năm", "sáu bảy"]}
  ${"and inside a word that is too long"} | ${"a".repeat(25)}                 | ${["a".repeat(20), "aaaaa"]}
  ${"but not inside a character"}         | ${`${"a".repeat(19)}😀b`}         | ${["a".repeat(19), "😀b"]}
  ${"nor at a dot inside a number"}       | ${"Trả 1.500.000.000 đồng nhé"}   | ${["Trả 1.500.000.000", "đồng nhé"]}
`("a long text $rule", ({ text, parts }) => {
  expect(splitText(text, 20)).toEqual(parts);
});

it("no word is lost and no part is too long, whatever the text", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "ộ", " ", "\n", ".", "😀", "!"), maxLength: 400 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 10, max: 60 }), (text, limit) => {
      const parts = splitText(text, limit);
      const blanks = /\s/g;
      expect(parts.every((part) => part.length <= limit && part.isWellFormed())).toBe(true);
      expect(parts.join("").replace(blanks, "")).toBe(text.replace(blanks, ""));
    }),
    { seed: 1022 },
  );
});
