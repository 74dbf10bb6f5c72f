import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toE164 } from "#channels/phone-number";

describe("a phone number in E.164", () => {
  it.each`
    kind                                        | written                     | e164
    ${"with plus"}                              | ${"+84900000022"}           | ${"+84900000022"}
    ${"with country code"}                      | ${"84900000022"}            | ${"+84900000022"}
    ${"with international prefix"}              | ${"0084900000022"}          | ${"+84900000022"}
    ${"domestic"}                               | ${"0900000022"}             | ${"+84900000022"}
    ${"of nine digits, zero lost in a sheet"}   | ${"900000022"}              | ${"+84900000022"}
    ${"of nine digits that begin with 84"}      | ${"840000022"}              | ${"+84840000022"}
    ${"with the zero kept after the code"}      | ${"+84 (0)900 000 022"}     | ${"+84900000022"}
    ${"with dots"}                              | ${"0900.000.022"}           | ${"+84900000022"}
    ${"with dashes and blanks"}                 | ${" 0900-000 022 "}         | ${"+84900000022"}
    ${"with no-break blanks"}                   | ${"0900\u00a0000\u00a0022"} | ${"+84900000022"}
    ${"of 11 digits, Viettel before 2018"}      | ${"01680000022"}            | ${"+84380000022"}
    ${"of 11 digits, MobiFone before 2018"}     | ${"01200000022"}            | ${"+84700000022"}
    ${"of 11 digits, VinaPhone before 2018"}    | ${"+841290000022"}          | ${"+84820000022"}
    ${"of 11 digits, Vietnamobile before 2018"} | ${"841860000022"}           | ${"+84560000022"}
    ${"of 11 digits, Gmobile before 2018"}      | ${"01990000022"}            | ${"+84590000022"}
    ${"landline of Đồng Tháp"}                  | ${"0277 3000 022"}          | ${"+842773000022"}
    ${"landline of Tiền Giang with plus"}       | ${"+84 273 3000 022"}       | ${"+842733000022"}
    ${"landline of Hồ Chí Minh City"}           | ${"028 3000 0022"}          | ${"+842830000022"}
    ${"of the United States"}                   | ${"+1 206 555 0100"}        | ${"+12065550100"}
    ${"of Cambodia with 00"}                    | ${"00855 12 000 022"}       | ${"+85512000022"}
  `("is read when it is $kind", ({ written, e164 }) => {
    expect(toE164(written)).toBe(e164);
  });

  it.each`
    kind                                 | written
    ${"nothing"}                         | ${""}
    ${"blanks"}                          | ${"   "}
    ${"a short code"}                    | ${"8079"}
    ${"the hotline"}                     | ${"1022"}
    ${"the hotline with a country code"} | ${"841022"}
    ${"an emergency number"}             | ${"115"}
    ${"a number of companies"}           | ${"19001022"}
    ${"a brandname"}                     | ${"TD1022"}
    ${"a hidden caller"}                 | ${"anonymous"}
    ${"an old prefix that never was"}    | ${"01300000022"}
    ${"one digit short"}                 | ${"090000002"}
    ${"one digit long"}                  | ${"09000000222"}
    ${"an area code without its number"} | ${"0277"}
    ${"longer than E.164"}               | ${"+1234567890123456"}
    ${"two numbers"}                     | ${"0900000022/0900000023"}
    ${"two plus signs"}                  | ${"++84900000022"}
    ${"a plus inside"}                   | ${"84+900000022"}
    ${"digits of another script"}        | ${"٠٩٠٠٠٠٠٠٢٢"}
    ${"letters inside"}                  | ${"09000000a2"}
    ${"a formula of a spreadsheet"}      | ${"=0900000022"}
    ${"a national number of no country"} | ${"+84600000022"}
  `("is not made of $kind", ({ written }) => {
    expect(toE164(written)).toBeUndefined();
  });

  it("is the same for every way of writing one mobile number", () => {
    const mobile = fc.stringMatching(/^[35789]\d{8}$/);
    const prefix = fc.constantFrom("+84", "84", "0084", "0", "", "+840", "840");
    const separator = fc.constantFrom("", " ", ".", "-", "\u00a0");
    fc.assert(
      fc.property(mobile, prefix, separator, fc.integer({ min: 1, max: 8 }), (number, before, between, at) => {
        const written = `${before}${number.slice(0, at)}${between}${number.slice(at)}`;
        expect(toE164(written)).toBe(`+84${number}`);
      }),
      { seed: 1022 },
    );
  });

  it("stays what it is when read again", () => {
    const number = fc.oneof(fc.stringMatching(/^[+0]?\d{3,16}$/), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(number, (written) => {
        const once = toE164(written);
        if (once !== undefined) expect(toE164(once)).toBe(once);
      }),
      { numRuns: 1000, seed: 1022 },
    );
  });

  it("is refused at once when the text is a megabyte of digits", () => {
    expect(toE164("0".repeat(1_000_000))).toBeUndefined();
  });
});
