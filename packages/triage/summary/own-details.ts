import type { Transcript } from "#contracts/inbound-message";
import { answersTo } from "./answers.ts";
import { DIGIT } from "./dictated.ts";
import { ASKS_FOR_NAME, ASKS_FOR_PHONE } from "./questions.ts";

type Turn = Transcript["turns"][number];

/** Half a number, between an agent's "dạ" and the next. */
const ONLY_DIGITS = new RegExp(`^(?:(?:dạ|ờ|ừ|rồi|à|số|là|\\d+|${DIGIT})[ ,.]*)+$`, "iu");
/** Who answers with more than this tells of the matter as well. */
const MOST_WORDS = 14;

/** The turns in which the caller answers with nothing but name or number. */
export function turnsOfOwnDetails(transcript: Transcript): ReadonlySet<Turn> {
  const answers = [ASKS_FOR_NAME, ASKS_FOR_PHONE].flatMap((question) => answersTo(question, transcript));
  const own = answers.flatMap((answer) => answer.filter((turn, at) => at === 0 || ONLY_DIGITS.test(turn.text)));
  return new Set(own.filter(({ text }) => text.split(/\s+/).length <= MOST_WORDS));
}
