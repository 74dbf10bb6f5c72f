import fc from "fast-check";
import { expect, it } from "vitest";
import { fitUnits, gsmText, smsCost } from "#channels/sms/gsm-text";

const plainNotice = "1022 da ghi nhan phan anh. Ma ho so 1022-260914-000123. Han xu ly 17:00 16/09/2026.";
const accentedNotice = "1022 đã ghi nhận phản ánh. Mã hồ sơ 1022-260914-000123. Hạn xử lý 17:00 16/09/2026.";

it.each`
  what                                   | text                                       | encoding   | units  | parts
  ${"nothing"}                           | ${""}                                      | ${"gsm-7"} | ${0}   | ${1}
  ${"160 plain letters"}                 | ${"a".repeat(160)}                         | ${"gsm-7"} | ${160} | ${1}
  ${"161 plain letters"}                 | ${"a".repeat(161)}                         | ${"gsm-7"} | ${161} | ${2}
  ${"306 plain letters"}                 | ${"a".repeat(306)}                         | ${"gsm-7"} | ${306} | ${2}
  ${"307 plain letters"}                 | ${"a".repeat(307)}                         | ${"gsm-7"} | ${307} | ${3}
  ${"459 plain letters"}                 | ${"a".repeat(459)}                         | ${"gsm-7"} | ${459} | ${3}
  ${"460 plain letters"}                 | ${"a".repeat(460)}                         | ${"gsm-7"} | ${460} | ${4}
  ${"70 letters with a mark"}            | ${"ă".repeat(70)}                          | ${"ucs-2"} | ${70}  | ${1}
  ${"71 letters with a mark"}            | ${"ă".repeat(71)}                          | ${"ucs-2"} | ${71}  | ${2}
  ${"134 letters with a mark"}           | ${"ă".repeat(134)}                         | ${"ucs-2"} | ${134} | ${2}
  ${"135 letters with a mark"}           | ${"ă".repeat(135)}                         | ${"ucs-2"} | ${135} | ${3}
  ${"201 letters with a mark"}           | ${"ă".repeat(201)}                         | ${"ucs-2"} | ${201} | ${3}
  ${"202 letters with a mark"}           | ${"ă".repeat(202)}                         | ${"ucs-2"} | ${202} | ${4}
  ${"square brackets"}                   | ${"[1022]"}                                | ${"gsm-7"} | ${8}   | ${1}
  ${"eighty braces and a letter"}        | ${`${"{}".repeat(40)}a`}                   | ${"gsm-7"} | ${161} | ${2}
  ${"all of the extension table"}        | ${"^{}\\[~]|€\f"}                          | ${"gsm-7"} | ${20}  | ${1}
  ${"the marks that GSM has"}            | ${"à è é ì ò ù"}                           | ${"gsm-7"} | ${11}  | ${1}
  ${"one đ"}                             | ${"đ"}                                     | ${"ucs-2"} | ${1}   | ${1}
  ${"one mark GSM has not"}              | ${"á"}                                     | ${"ucs-2"} | ${1}   | ${1}
  ${"a picture of two UTF-16 units"}     | ${"😀"}                                    | ${"ucs-2"} | ${2}   | ${1}
  ${"a brace at the end of a part"}      | ${`${"a".repeat(152)}{${"a".repeat(152)}`} | ${"gsm-7"} | ${306} | ${3}
  ${"pictures that no part tears apart"} | ${"😀".repeat(67)}                         | ${"ucs-2"} | ${134} | ${3}
  ${"a notice without diacritics"}       | ${plainNotice}                             | ${"gsm-7"} | ${83}  | ${1}
  ${"the same notice with diacritics"}   | ${accentedNotice}                          | ${"ucs-2"} | ${83}  | ${2}
`("$what costs $units units of $encoding in $parts parts", ({ text, encoding, units, parts }) => {
  expect(smsCost(text)).toEqual({ encoding, units, parts });
});

it.each`
  written                            | plain
  ${accentedNotice}                  | ${plainNotice}
  ${"Đường Nguyễn Huệ, Ấp Mỹ Thạnh"} | ${"Duong Nguyen Hue, Ap My Thanh"}
  ${"“Sạt lở” – khẩn… ‘ngay’"}       | ${"\"Sat lo\" - khan... 'ngay'"}
  ${"a\u00a0b\tc\u200bd"}            | ${"a b cd"}
  ${"Đã xong 👍🏽 cảm ơn"}             | ${"Da xong  cam on"}
  ${"500.000₫"}                      | ${"500.000d"}
  ${"dòng 1\ndòng 2"}                | ${"dong 1\ndong 2"}
`("an SMS says $written as $plain", ({ written, plain }) => {
  expect(gsmText(written)).toBe(plain);
  expect(gsmText(written.normalize("NFD"))).toBe(plain);
});

it("no text whatever stays in UCS-2", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      expect(smsCost(gsmText(text)).encoding).toBe("gsm-7");
    }),
    { seed: 1022 },
  );
});

it.each`
  rule                             | text                       | units | fitted
  ${"stays whole where it fits"}   | ${"Ma DT-2026"}            | ${10} | ${"Ma DT-2026"}
  ${"ends at a word"}              | ${"Da tiep nhan phan anh"} | ${18} | ${"Da tiep nhan..."}
  ${"ends in a word that is long"} | ${"aaaaaaaaaaaaaaaaaaaa"}  | ${10} | ${"aaaaaaa..."}
  ${"counts braces twice"}         | ${"{{{{{{{{{{"}            | ${11} | ${"{{{{..."}
`("a text for $units units $rule", ({ text, units, fitted }) => {
  expect(fitUnits(text, units)).toBe(fitted);
});

it("what is fitted fits, whatever the text", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", " ", "{", "€", "\n", "."), maxLength: 400 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 10, max: 200 }), (text, units) => {
      expect(smsCost(fitUnits(text, units)).units).toBeLessThanOrEqual(units);
    }),
    { seed: 1022 },
  );
});
