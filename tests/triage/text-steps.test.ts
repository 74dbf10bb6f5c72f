import { expect, it } from "vitest";
import { expandAbbreviations } from "#triage/text/abbreviations";
import { emojiToWords } from "#triage/text/emoji";
import { foldDiacritics } from "#triage/text/fold-diacritics";
import { toNfc } from "#triage/text/nfc";
import { expandOfficeWords } from "#triage/text/office-words";
import { southernToStandard } from "#triage/text/southern-words";
import { mendSpeechSlips } from "#triage/text/speech-slips";
import { digitsFromWords } from "#triage/text/spoken-numbers";
import { expandTeencode } from "#triage/text/teencode";
import { toOneTonePlacement } from "#triage/text/tone-placement";

it("decomposed letters and invisible characters become plain composed text", () => {
  expect(toNfc("o\u0302\u0309 ga\u0300\u200B")).toBe("ổ gà");
});

it.each`
  typed          | one
  ${"hoà"}       | ${"hòa"}
  ${"Thuỷ"}      | ${"Thủy"}
  ${"khoẻ"}      | ${"khỏe"}
  ${"hoàn"}      | ${"hoàn"}
  ${"quý"}       | ${"quý"}
  ${"Hòa Thuận"} | ${"Hòa Thuận"}
`("$typed is written $one, whichever tone placement the citizen learned", ({ typed, one }) => {
  expect(toOneTonePlacement(typed)).toBe(one);
});

it("folding takes every diacritic, also the bar of đ", () => {
  expect(foldDiacritics("Đường Đồng Tháp ướt")).toBe("Duong Dong Thap uot");
});

it("emoji that speak become words and those that decorate vanish", () => {
  expect(emojiToWords("sửa rồi 👍").trim()).toBe("sửa rồi  cảm ơn");
  expect(emojiToWords("sale cháy 🔥").trim()).toBe("sale cháy");
});

it("chat spelling is written out word by word and never inside a word", () => {
  expect(expandTeencode("ko dc z r")).toBe("không được vậy rồi");
  expect(expandTeencode("kong drama")).toBe("kong drama");
});

it.each`
  short             | long
  ${"P.4"}          | ${"phường 4"}
  ${"P. Cai Lậy"}   | ${"phường Cai Lậy"}
  ${"KP 3"}         | ${"khu phố 3"}
  ${"QL30"}         | ${"quốc lộ 30"}
  ${"ĐT 861"}       | ${"đường tỉnh 861"}
  ${"Tân Thới TPD"} | ${"Tân Thới Tân Phú Đông"}
  ${"t7"}           | ${"tháng 7"}
  ${"12tr"}         | ${"12 triệu"}
  ${"KCN"}          | ${"khu công nghiệp"}
`("the short form $short means $long", ({ short, long }) => {
  expect(expandAbbreviations(short)).toBe(long);
});

it("the state's short forms are written out", () => {
  expect(expandOfficeWords("UBND nói BHXH chưa có CCCD")).toBe(
    "ủy ban nhân dân nói bảo hiểm xã hội chưa có căn cước công dân",
  );
});

it("southern words and phrases become the written standard", () => {
  expect(southernToStandard("tui bịnh hổm rày hết trơn thuốc")).toBe("tôi bệnh mấy hôm nay hết thuốc");
});

it("'kinh' is a canal, but not in business, money or nerves", () => {
  expect(southernToStandard("kinh nội đồng sau hộ kinh doanh")).toBe("kênh nội đồng sau hộ kinh doanh");
  expect(southernToStandard("chưa có kinh phí , con bị động kinh")).toBe("chưa có kinh phí , con bị động kinh");
});

it.each`
  spoken                                | digits
  ${"một không hai hai"}                | ${"1022"}
  ${"hẻm bốn mươi hai"}                 | ${"hẻm 42"}
  ${"ấp ba"}                            | ${"ấp 3"}
  ${"mười một giờ đêm"}                 | ${"11 giờ đêm"}
  ${"ba tôi không có nhà"}              | ${"ba tôi không có nhà"}
  ${"xã tháp mười"}                     | ${"xã tháp mười"}
  ${"không chín không không không một"} | ${"090001"}
`("spoken numbers: $spoken", ({ spoken, digits }) => {
  expect(digitsFromWords(spoken)).toBe(digits);
});

it("speech recognition's chạy is a fire only where smoke or flames prove it", () => {
  expect(mendSpeechSlips("chạy nhà rồi khói quá trời")).toBe("cháy nhà rồi khói quá trời");
  expect(mendSpeechSlips("tôi chạy xe qua nhà nó")).toBe("tôi chạy xe qua nhà nó");
});
