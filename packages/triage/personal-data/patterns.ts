import type { PersonalDataKind } from "#triage/reading";
import { FAMILY_NAMES } from "./family-names.ts";

const EDGE = "(?<![\\p{L}\\d])";
const END = "(?![\\p{L}\\d])";
const NAME_WORD = "\\p{Lu}\\p{Ll}+";

/**
 * The forms that personal data takes in a text, most specific first; `value` is the part to hide.
 *
 * Nine digits are an old ID number only where the words say so; twelve always are (082 Tiền Giang, 087 Đồng Tháp).
 */
export const PATTERNS: readonly { readonly kind: PersonalDataKind; readonly form: RegExp }[] = [
  { kind: "email", form: /(?<value>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gu },
  { kind: "card", form: new RegExp(`${EDGE}(?<value>\\d{4}(?:[ .-]?\\d{4}){3})${END}`, "gu") },
  {
    kind: "bank-account",
    form: /(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk)(?: số| so|:| là| la| ngân hàng| \p{Lu}+)*\s*(?<value>\d[\d .-]{4,20}\d)/giu,
  },
  { kind: "phone", form: new RegExp(`${EDGE}(?<value>(?:\\+84|0084|84|0)[ .-]?[35789](?:[ .-]?\\d){8})${END}`, "gu") },
  {
    kind: "phone",
    form: new RegExp(`${EDGE}(?<value>0(?:120|12[1-9]|16[2-9]|18[68]|199)(?:[ .-]?\\d){7})${END}`, "gu"),
  },
  { kind: "phone", form: new RegExp(`${EDGE}(?<value>02\\d{1,2}(?:[ .-]?\\d){7,8})${END}`, "gu") },
  {
    kind: "national-id",
    form: new RegExp(`${EDGE}(?<value>0\\d{2}[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{3})${END}`, "gu"),
  },
  {
    kind: "national-id",
    form: /(?:cmnd|chứng minh|chung minh|cccd|căn cước|can cuoc)(?: nhân dân| công dân| số| so|:| là| la)*\s*(?<value>\d[\d .]{7,13}\d)/giu,
  },
  {
    kind: "plate",
    form: new RegExp(`${EDGE}(?<value>\\d{2}[ -]?[A-Z]{1,2}\\d?[ -.]{0,3}(?:\\d{3}\\.?\\d{2}|\\d{4}))${END}`, "gu"),
  },
  {
    kind: "name",
    form: new RegExp(
      `(?:tên|Tên|[Hh]ọ tên|[Hh]ọ và tên|ông|bà|Ông|Bà|anh|chị|Anh|Chị|cô|chú|Cô|Chú|bác|Bác|em|cháu)(?: tôi| tui| em)?(?: là|:)?\\s+(?<value>(?:${FAMILY_NAMES})(?: ${NAME_WORD}){1,4})`,
      "gu",
    ),
  },
  {
    kind: "name",
    form: new RegExp(
      `(?:[Tt]ôi|[Tt]ui|[Ee]m|[Cc]háu|[Cc]hị|[Aa]nh) tên(?: là)?\\s+(?<value>${NAME_WORD}(?: ${NAME_WORD}){0,4})`,
      "gu",
    ),
  },
  {
    kind: "name",
    form: new RegExp(
      `(?:tôi|tui|em|cháu|chị|anh) tên(?: là)?\\s+(?<value>(?:${FAMILY_NAMES.toLowerCase()})(?: (?!(?:ạ|nha|nè|ở|em|số|nhà|gọi|báo|tôi|tui|và|mà)(?!\\p{L}))\\p{Ll}+){1,3})`,
      "gu",
    ),
  },
  {
    kind: "house-number",
    form: /(?:số nhà|nhà số|so nha|nha so|địa chỉ số|sn)\.?\s*(?<value>\d+[A-Za-z]?(?:\/\d+[A-Za-z]?)*)/giu,
  },
  {
    kind: "house-number",
    form: /(?<![\p{L}\d/])(?:số |so )?(?<value>\d+[A-Za-z]?(?:\/\d+[A-Za-z]?)*)(?=,? (?:đường|duong|hẻm|hem|ấp|khu phố)\s)/giu,
  },
];
