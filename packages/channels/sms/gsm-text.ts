import { gsmUnits } from "#platform/sms-segments";
import { withoutDiacritics } from "#platform/without-diacritics";

/** Punctuation that word processors put in, as an SMS writes it. */
const PLAIN_FORMS: readonly (readonly [written: RegExp, plain: string])[] = [
  [/[\u2018\u2019\u201a\u2032`´]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022]/g, "-"],
  [/\u2026/g, "..."],
  [/[^\S\n]/g, " "],
  [/₫/g, "d"],
];

/** What a text costs: its encoding, its units (septets or UTF-16 units) and the parts it is sent in. */
export interface SmsCost {
  readonly encoding: "gsm-7" | "ucs-2";
  readonly units: number;
  readonly parts: number;
}

/** Parts when each holds so many units; a character of two units is never torn apart. */
function partsOf(units: readonly number[], unitsOfPart: number): number {
  let parts = 1;
  let used = 0;
  for (const size of units) {
    if (used + size > unitsOfPart) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

/** Counts a text as the network does: 160 and 153 units in GSM-7, 70 and 67 as soon as one character is not in it. */
export function smsCost(text: string): SmsCost {
  const inGsm = gsmUnits(text);
  const [single, part] = inGsm === undefined ? [70, 67] : [160, 153];
  const sizes = [...text].map((character) => (inGsm === undefined ? character.length : (gsmUnits(character) ?? 0)));
  const units = inGsm ?? text.length;
  const encoding = inGsm === undefined ? "ucs-2" : "gsm-7";
  return { encoding, units, parts: units <= single ? 1 : partsOf(sizes, part) };
}

/** The text with nothing that would turn it into UCS-2 and double its price: unaccented, plain punctuation, no pictures. */
export function gsmText(text: string): string {
  const plain = PLAIN_FORMS.reduce((written, [form, ascii]) => written.replace(form, ascii), withoutDiacritics(text));
  return [...plain].filter((character) => gsmUnits(character) !== undefined).join("");
}

/** As much of a GSM text as fits into so many units, ended at a word with "..." where some of it is left out. */
export function fitUnits(text: string, mostUnits: number): string {
  if (smsCost(text).units <= mostUnits) return text;
  let units = 3;
  let end = 0;
  for (const character of text) {
    units += gsmUnits(character) ?? 0;
    if (units > mostUnits) break;
    end += character.length;
  }
  const kept = text.slice(0, end);
  const lastBlank = kept.search(/\s\S*$/);
  return `${(lastBlank > end / 2 ? kept.slice(0, lastBlank) : kept).trimEnd()}...`;
}
