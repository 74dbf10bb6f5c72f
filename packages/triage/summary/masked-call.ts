import type { Transcript } from "#contracts/inbound-message";
import { findPersonalData } from "#triage/personal-data/find-personal-data";
import { maskPersonalData } from "#triage/personal-data/mask";
import { callerDetails } from "./caller-details.ts";
import { hideName } from "./hide-name.ts";
import { turnsOfOwnDetails } from "./own-details.ts";

const SPEAKERS = { agent: "Tổng đài", bot: "Tổng đài", citizen: "Người dân", unknown: "Người nói" } as const;
const HIDDEN = "•••";
const NUMBER =
  "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|xuyệt|xẹt|\\d+)(?!\\p{L})";
/** Three numbers in a row may be part of a phone number, and the number of a house says where somebody lives. */
const SPOKEN_NUMBERS = new RegExp(
  `(?<!\\p{L})(?:${NUMBER}(?:[ ,.]+${NUMBER}){2,}|(?<=(?:số nhà|nhà số|địa chỉ số) )${NUMBER}(?:[ ,.]+${NUMBER})*)`,
  "giu",
);

/**
 * The whole call, turn by turn, with all personal data hidden that we know how to find: for readers outside our walls.
 *
 * It hides more than a title must: an answer to "your name, your number" goes whole, and so does any row of numbers.
 */
export function maskedCall(transcript: Transcript): string {
  const { name } = callerDetails(transcript);
  const ownDetails = turnsOfOwnDetails(transcript);
  const hide = (text: string) => {
    const found = maskPersonalData(text, findPersonalData(text));
    return hideName(found.replace(SPOKEN_NUMBERS, HIDDEN), name);
  };
  return transcript.turns
    .map((turn) => `${SPEAKERS[turn.speaker]}: ${ownDetails.has(turn) ? HIDDEN : hide(turn.text)}`)
    .join("\n");
}
