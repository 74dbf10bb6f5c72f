import { expandAbbreviations } from "./abbreviations.ts";
import { emojiToWords } from "./emoji.ts";
import { toNfc } from "./nfc.ts";
import { expandOfficeWords } from "./office-words.ts";
import { southernToStandard } from "./southern-words.ts";
import { mendSpeechSlips } from "./speech-slips.ts";
import { digitsFromWords } from "./spoken-numbers.ts";
import { expandTeencode } from "./teencode.ts";
import { toOneTonePlacement } from "./tone-placement.ts";

const NOT_A_WORD = /[^\p{L}\p{M}\d.,;:!?\n]+/gu;
const MARKS = /([.,;:!?\n]+)/g;

/**
 * One text in the three forms it is read in.
 *
 * `written`: every letter and mark kept, only composed. `spelled`: abbreviations written out, the citizen's own words
 * kept; names are looked for here. `plain`: lower case, one blank between words, marks standing alone, dialect and
 * slips put into the standard; meaning is looked for here.
 */
export interface NormalText {
  readonly written: string;
  readonly spelled: string;
  readonly plain: string;
}

/** The steps in their order; each is a file of its own with its own test. */
export function normalise(text: string): NormalText {
  const written = toOneTonePlacement(toNfc(text));
  const spelled = expandTeencode(expandOfficeWords(expandAbbreviations(emojiToWords(written))));
  const words = spelled.toLowerCase().replace(NOT_A_WORD, " ").replace(MARKS, " $1 ").replace(/ +/g, " ").trim();
  const plain = southernToStandard(mendSpeechSlips(digitsFromWords(words)));
  return { written, spelled, plain };
}
