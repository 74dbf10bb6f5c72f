import type { Transcript } from "#contracts/inbound-message";
import { addressIn } from "#triage/place/address";
import { expandAbbreviations } from "#triage/text/abbreviations";
import { digitsFromWords } from "#triage/text/spoken-numbers";
import { answersTo, callersTurns } from "./answers.ts";
import { answeredName, introducedName } from "./callers-name.ts";
import { answeredPlace } from "./callers-place.ts";
import { hideDictated } from "./dictated.ts";
import { ASKS_FOR_NAME, ASKS_FOR_PHONE, ASKS_FOR_PLACE } from "./questions.ts";

/** What a caller said of themselves, to be confirmed by the agent. */
export interface CallerDetails {
  readonly name?: string;
  /** Digits as spoken, e.g. "0900000022". */
  readonly phone?: string;
  /** Where it is, as the caller said it. */
  readonly address?: string;
}

type Turns = readonly Transcript["turns"][number][];

const PHONE = /(?<!\d)(0[35789]\d{8})(?!\d)/;
/** Name, phone and address read from the caller's turns; a turn that answers the agent's question counts first. */
export function callerDetails(transcript: Transcript): CallerDetails {
  const turns = callersTurns(transcript);
  const all = turns.map(({ text }) => text).join(" ");
  const name = firstOf(answersTo(ASKS_FOR_NAME, transcript), nameInTurns) ?? introducedName(all);
  const phone = firstOf(answersTo(ASKS_FOR_PHONE, transcript), phoneInTurns) ?? phoneInTurns(turns);
  const place = firstOf(answersTo(ASKS_FOR_PLACE, transcript), placeInTurns);
  const address = place ?? addressIn(expandAbbreviations(digitsFromWords(all)));
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}

function firstOf(answers: readonly Turns[], read: (turns: Turns) => string | undefined): string | undefined {
  for (const answer of answers) {
    const found = read(answer);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameInTurns(turns: Turns): string | undefined {
  return firstOf(
    turns.map((turn) => [turn]),
    ([turn]) => answeredName(hideDictated(turn?.text ?? "")),
  );
}

function placeInTurns(turns: Turns): string | undefined {
  return firstOf(
    turns.map((turn) => [turn]),
    ([turn]) => answeredPlace(turn?.text ?? ""),
  );
}

function phoneInTurns(turns: Turns): string | undefined {
  const text = turns.map((turn) => turn.text.replace(/^(?:dạ|ờ|ừ|à)[ ,.]+/iu, "")).join(" ");
  const digits = digitsFromWords(text.toLowerCase().replace(/[,.]/g, " ").replace(/ +/g, " "));
  return PHONE.exec(digits.replace(/(?<=\d)[ .-](?=\d)/g, ""))?.[1];
}
