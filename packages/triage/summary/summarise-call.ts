import type { Transcript } from "#contracts/inbound-message";
import { callersTurns } from "./answers.ts";
import { callerDetails } from "./caller-details.ts";
import { hideDictated } from "./dictated.ts";
import { hideName } from "./hide-name.ts";
import { withoutLeadIn } from "./lead-in.ts";
import { capital, LONGEST_LINE, LONGEST_TITLE, shorten } from "./line.ts";
import { turnsOfOwnDetails } from "./own-details.ts";
import { sentencesOf } from "./sentences.ts";
import type { Gist } from "./summarise.ts";
import { isWish } from "./wish.ts";

export interface CallReading {
  /** Hides personal data. */
  readonly mask: (text: string) => string;
  /** How much a sentence says about the matter. */
  readonly weigh: (sentence: string) => number;
  /** The area, where it is known. */
  readonly where: string | undefined;
}

/** People speak in clauses; a thought of a call seldom needs more. */
const LONG_SPOKEN = 90;
/** "cây ngã": too little for a title, the answer to the agent's next question completes it. */
const SHORT = 28;
/** "ổ gà": what it is, before where it is. */
const ANNOUNCED_IN_WORDS = 3;
const SMALL_TALK =
  /^(?:(?:dạ|ừ|ờ|à|đúng|phải|rồi|vậy|được|ok|cảm ơn|cám ơn|chào|alo|em|anh|chị|cô|chú|con|nhiều|nha|nhe|ạ|không|hả|có|tổng đài|nghe|đó|luôn|hen|ơi)[ ,.!?]*)+$/iu;

/**
 * Title and three lines of a call, out of the caller's own turns: greetings, the answers to "your name, your number" and
 * thanks are no matter of a ticket, and the agent's questions are not the caller's words.
 */
export function summariseCall(transcript: Transcript, { mask, weigh, where }: CallReading): Gist | undefined {
  const details = callerDetails(transcript);
  const hide = (text: string) => hideDictated(mask(hideName(text, details.name)));
  const thoughts = thoughtsIn(transcript).map((words) => withoutLeadIn(hide(words), weigh, where));
  const said = thoughts.filter((words) => words !== "" && !SMALL_TALK.test(words));
  const best = heaviest(said, weigh);
  const core = completed(said, best);
  if (core === undefined) return undefined;
  const others = said.map((words) => (core.includes(words) || words.includes(details.address ?? core) ? "" : words));
  const wish = others.find(isWish);
  const next = others.slice(best + 1).find((words) => words !== "") ?? "";
  const place = placeLine(details.address === undefined ? undefined : hide(details.address), where, core);
  const lines = [
    capital(core),
    place === undefined ? "" : `Nơi xảy ra: ${place}`,
    wish === undefined ? capital(next.length < SHORT ? "" : next) : `Mong muốn: ${wish}`,
  ];
  return {
    title: shorten(capital(core), LONGEST_TITLE),
    summary: lines.filter((line) => line !== "").map((line) => shorten(line, LONGEST_LINE)),
  };
}

function thoughtsIn(transcript: Transcript): readonly string[] {
  const ownDetails = turnsOfOwnDetails(transcript);
  const ofTheMatter = callersTurns(transcript).filter((turn) => !ownDetails.has(turn));
  return ofTheMatter.flatMap(({ text }) => sentencesOf(text, LONG_SPOKEN));
}

/** Of equals the earlier; where nothing is known of the matter, the one that says most. */
function heaviest(said: readonly string[], weigh: CallReading["weigh"]): number {
  const weights = said.map((words, at) => weigh(words) + Math.min(words.length, LONGEST_TITLE) / 10_000 - at / 1000);
  return weights.indexOf(Math.max(...weights));
}

/** A short answer and its neighbour, where one of them alone does not tell the matter. */
function completed(said: readonly string[], best: number): string | undefined {
  const [before, core, next] = [said[best - 1], said[best], said[best + 1]];
  if (core === undefined) return undefined;
  const isAnnounced = before !== undefined && before.split(/\s+/).length <= ANNOUNCED_IN_WORDS;
  if (isAnnounced && before.length + core.length < LONGEST_TITLE) return `${before}, ${core}`;
  return core.length >= SHORT || next === undefined || isWish(next) ? core : `${core}, ${next}`;
}

function placeLine(heard: string | undefined, area: string | undefined, core: string): string | undefined {
  const fold = (text: string) => text.toLowerCase();
  if (heard === undefined || fold(core).includes(fold(heard))) return area;
  if (area === undefined || fold(heard).includes(fold(area))) return heard;
  return `${heard}, ${area}`;
}
