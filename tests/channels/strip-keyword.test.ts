import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripKeyword } from "#channels/sms/strip-keyword";

const keywords = ["1022", "PA"];

describe("the keyword of a short code", () => {
  it.each`
    rule                                             | written                     | read
    ${"is taken off"}                                | ${"PA Cong tac"}            | ${"Cong tac"}
    ${"is taken off in any case"}                    | ${"pa cong tac"}            | ${"cong tac"}
    ${"is taken off with diacritics"}                | ${"Pá Cống tắc"}            | ${"Cống tắc"}
    ${"is taken off with a colon"}                   | ${"PA: Cong tac"}           | ${"Cong tac"}
    ${"is taken off without its blank"}              | ${"PACong tac"}             | ${"Cong tac"}
    ${"is taken off without its blank, lower case"}  | ${"paden duong hu"}         | ${"den duong hu"}
    ${"is taken off together with another one"}      | ${"1022 PA Cong tac"}       | ${"Cong tac"}
    ${"is taken off together, the other way"}        | ${"PA 1022: Cong tac"}      | ${"Cong tac"}
    ${"is taken off with blanks and lines"}          | ${"PA  \n Cong tac"}        | ${"Cong tac"}
    ${"is taken off once"}                           | ${"PA PA Cong tac"}         | ${"PA Cong tac"}
    ${"stays inside the text"}                       | ${"Cong tac PA"}            | ${"Cong tac PA"}
    ${"stays when there is nothing else"}            | ${"PA"}                     | ${"PA"}
    ${"stays when only the other one follows"}       | ${"1022 PA"}                | ${"PA"}
    ${"is not the beginning of a house number"}      | ${"10225 duong Hung Vuong"} | ${"10225 duong Hung Vuong"}
    ${"is not the beginning of a billboard"}         | ${"Pano quang cao nga"}     | ${"Pano quang cao nga"}
    ${"is not the beginning of a billboard, folded"} | ${"Panô quảng cáo ngã"}     | ${"Panô quảng cáo ngã"}
  `("$rule", ({ written, read }) => {
    expect(stripKeyword(written, keywords)).toBe(read);
  });

  it("is any word that the province set", () => {
    expect(stripKeyword("PHANANH duong hu", ["PHAN ANH", "PHANANH"])).toBe("duong hu");
    expect(stripKeyword("Phản ánh: đường hư", ["PHAN ANH", "PHAN"])).toBe("đường hư");
    expect(stripKeyword("PA duong hu", [])).toBe("PA duong hu");
  });

  it("leaves an end of what was written, and never nothing of something", () => {
    fc.assert(
      fc.property(fc.constantFrom("PA", "pa ", "1022", "1022 pa", ""), fc.string(), (before, rest) => {
        const written = `${before}${rest}`.trim();
        const read = stripKeyword(written, keywords);
        expect(written.endsWith(read)).toBe(true);
        expect(read === "").toBe(written === "");
      }),
      { seed: 1022 },
    );
  });

  it("is looked for at once in a megabyte", () => {
    expect(stripKeyword(`PA${" ".repeat(1_000_000)}x`, keywords)).toBe("x");
  });
});
