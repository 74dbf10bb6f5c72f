const LINE_ENDS = /\r\n?|\u2028|\u2029/g;
/** Control characters but the newline, and invisible ones that hide or reverse what people read. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;
/** No letter of any language carries this many marks; ordering a run of 200,000 takes a machine eleven seconds. */
const MARKS_BEYOND_READING = /(\p{M}{16})\p{M}+/gu;

/**
 * What a person wrote, safe to store and compare: NFC, newlines as the only control characters, no blanks at the ends.
 *
 * Phones send "ổ" as one, two or three code points; only NFC makes equal words equal. Half characters (lone
 * surrogates), which no queue or table takes, become the replacement character.
 */
export function cleanText(text: string): string {
  const lines = text.replace(LINE_ENDS, "\n").replaceAll("\t", " ");
  return lines.replace(INVISIBLE, "").replace(MARKS_BEYOND_READING, "$1").toWellFormed().normalize("NFC").trim();
}
