import { FAMILY_NAMES } from "#triage/personal-data/family-names";

const MORE_FAMILY_NAMES =
  "Trịnh|Đào|Phùng|Tăng|Lưu|Triệu|Tiêu|Tôn|Giang|Nghiêm|Mạc|Thạch|Kim|Danh|Sơn|Lục|Hứa|Vương|Thân|Khưu|Diệp|Đàm|Tống";
const PRONOUN = "tôi|tui|em|con|cháu|chị|anh|cô|chú|bác|dì|mợ|ông|bà";
/** Words that follow a name in speech and are none of it. */
const AFTER_NAME = `(?:ở|nha|nhe|nghen|nè|ạ|số|nhà|và|mà|gọi|báo|xin|phản|cho|hiện|năm|điện|đây|đó|là|có|muốn|${PRONOUN})`;
const FULL_NAME = `(?:${FAMILY_NAMES}|${MORE_FAMILY_NAMES})(?:\\s+(?!${AFTER_NAME}(?!\\p{L}))\\p{L}+){1,3}`;

const INTRODUCED = new RegExp(
  `(?<!\\p{L})(?:(?:${PRONOUN}|họ|và) tên(?: (?:${PRONOUN}))?(?: là)?|(?:${PRONOUN}) là)\\s+(?<name>${FULL_NAME})`,
  "iu",
);
const ANSWERED = new RegExp(`^(?:(?:dạ|ờ|ừ|à|rồi|${PRONOUN}|tên|là|họ)[ ,.]+)*(?<name>${FULL_NAME})`, "iu");
/** Without a family name only "tên ..." surely leads a name in. */
const GIVEN =
  /(?<!\p{L})tên(?: là)?\s+(?<name>(?!(?:gì|là|đường|khu|công|quán|được|với|nha|nhe|nghen|nè|ạ|em|anh|chị|cô|chú)(?!\p{L}))\p{L}+)[ ,.]*(?:ạ|nha|nè|em)?[.]?$/iu;

/** A full name where the caller introduces themselves ("tui tên ..."). */
export function introducedName(text: string): string | undefined {
  return INTRODUCED.exec(text)?.groups?.["name"];
}

/** The name in an answer to "what is your name"; whoever does not want to tell it gives none. */
export function answeredName(answer: string): string | undefined {
  return introducedName(answer) ?? ANSWERED.exec(answer)?.groups?.["name"] ?? GIVEN.exec(answer)?.groups?.["name"];
}
