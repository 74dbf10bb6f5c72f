import type { Transcript } from "#contracts/inbound-message";
import { addressIn } from "#triage/place/address";
import { expandAbbreviations } from "#triage/text/abbreviations";
import { digitsFromWords } from "#triage/text/spoken-numbers";

/** What a caller said of themselves, to be confirmed by the agent. */
export interface CallerDetails {
  readonly name?: string;
  /** Digits as spoken, e.g. "0900000022". */
  readonly phone?: string;
  readonly address?: string;
}

const NAME =
  /(?<!\p{L})(?:tên(?: là)?|tôi là|tui là|em là|chị là|anh là|cô là|chú là|bác là)\s+((?:(?!ở|nha|nè|ạ|em|chị|anh|số|nhà|tôi|tui|và|mà|gọi|báo|người|dân|công nhân)\p{L}+\s*){2,4})/iu;
const PHONE = /(?<!\d)(0[35789]\d{8})(?!\d)/;
const ASKS_FOR_NAME = /(?:tên gì|họ tên|quý danh|tên là gì|xin tên|cho (?:em|tôi) (?:xin )?tên)/iu;
const ASKS_FOR_PHONE = /số (?:điện thoại|phone|máy|liên hệ)/iu;
const LONGEST_NAME = 5;

/** Name, phone and address read from the caller's turns; a turn that answers the agent's question counts first. */
export function callerDetails({ turns }: Transcript): CallerDetails {
  const said = turns.filter(({ speaker }) => speaker !== "agent" && speaker !== "bot").map(({ text }) => text);
  const all = said.join(" ");
  const name = answerTo(ASKS_FOR_NAME, turns, bareName) ?? nameIn(all);
  const phone = answerTo(ASKS_FOR_PHONE, turns, phoneIn) ?? phoneIn(all);
  const address = addressIn(expandAbbreviations(digitsFromWords(all)));
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}

function answerTo(
  question: RegExp,
  turns: Transcript["turns"],
  read: (text: string) => string | undefined,
): string | undefined {
  const asked = turns.findIndex(
    ({ speaker, text }) => (speaker === "agent" || speaker === "bot") && question.test(text),
  );
  const answer = asked === -1 ? undefined : turns[asked + 1];
  return answer === undefined || answer.speaker === "agent" ? undefined : read(answer.text);
}

function bareName(text: string): string | undefined {
  const introduced = nameIn(text);
  if (introduced !== undefined) return introduced;
  const words = text
    .replace(/^(?:dạ|ừ|à)[ ,]*/iu, "")
    .replace(/[ ,.]*(?:ạ|nha|nè|em|cô)?[.!]*$/iu, "")
    .split(/\s+/);
  return words.length >= 2 && words.length <= LONGEST_NAME ? words.join(" ") : undefined;
}

function nameIn(text: string): string | undefined {
  return NAME.exec(text)?.[1]?.trim();
}

function phoneIn(text: string): string | undefined {
  const digits = digitsFromWords(text.toLowerCase().replace(/[,.]/g, " ").replace(/ +/g, " "));
  return PHONE.exec(digits.replace(/(?<=\d)[ .-](?=\d)/g, ""))?.[1];
}
