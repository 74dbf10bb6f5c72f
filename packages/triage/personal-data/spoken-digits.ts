import type { PersonalData } from "#triage/reading";

const DIGIT = "(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)";
const DICTATED = new RegExp(`(?<!\\p{L})${DIGIT}(?:[ ,]+${DIGIT}){8,11}(?!\\p{L})`, "giu");
/** A phone number has ten digits, an ID number twelve; callers leave out or repeat one. */
const ID_DIGITS = 12;

/** Phone and ID numbers that a caller reads out digit by digit. */
export function spokenDigits(text: string): readonly PersonalData[] {
  return [...text.matchAll(DICTATED)].map((match) => {
    const count = match[0].split(/[ ,]+/).length;
    const kind = count >= ID_DIGITS ? "national-id" : "phone";
    return { kind, start: match.index, end: match.index + match[0].length };
  });
}
