import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "#channels/vietnamese-text";

describe("a citizen's text", () => {
  it.each`
    rule                                            | written                                   | read
    ${"is NFC when a phone sent three code points"} | ${"\u0111o\u0302\u0309 ra\u0301c"}        | ${"đổ rác"}
    ${"is NFC when a phone sent two code points"}   | ${"ô\u0309 ga\u0300"}                     | ${"ổ gà"}
    ${"keeps its lines"}                            | ${"dòng 1\r\ndòng 2\rdòng 3\u2028dòng 4"} | ${"dòng 1\ndòng 2\ndòng 3\ndòng 4"}
    ${"keeps words apart that a tab separated"}     | ${"ổ\tgà"}                                | ${"ổ gà"}
    ${"loses control characters"}                   | ${"a\u0000b\u001bc\u007fd\u0085e"}        | ${"abcde"}
    ${"loses the order that hides what it says"}    | ${"an\u202eninh\u2066x\u200f"}            | ${"anninhx"}
    ${"loses a byte order mark"}                    | ${"\ufeffcống tắc"}                       | ${"cống tắc"}
    ${"keeps an emoji of several parts"}            | ${"👩\u200d🚒 cháy"}                      | ${"👩\u200d🚒 cháy"}
    ${"keeps a half emoji's place"}                 | ${"cháy \ud83d"}                          | ${"cháy \ufffd"}
    ${"has no blanks at its ends"}                  | ${" \n cống tắc\u00a0\n"}                 | ${"cống tắc"}
  `("$rule", ({ written, read }) => {
    expect(cleanText(written)).toBe(read);
  });

  it("does not change when cleaned again", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, (written) => {
        expect(cleanText(cleanText(written))).toBe(cleanText(written));
      }),
      { numRuns: 100, seed: 1022 },
    );
  });
});

it("a letter under thousands of marks is cut to what can be read, in no time", { timeout: 2000 }, () => {
  expect(cleanText(`e${"\u0323\u0302".repeat(100_000)}!`).length).toBeLessThan(20);
  expect(cleanText("tie\u0302\u0301ng Vie\u0302\u0323t")).toBe("tiếng Việt");
});
