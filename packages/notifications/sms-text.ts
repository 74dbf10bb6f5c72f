import { gsmUnits } from "#platform/sms-segments";
import { withoutDiacritics } from "#platform/without-diacritics";

const PLAIN_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[–—−‐‑]/g, "-"],
  [/[“”„«»]/g, '"'],
  [/[‘’‚`´]/g, "'"],
  [/…/g, "..."],
  [/[•·▪]/g, "-"],
  [/₫/g, "d"],
];

/** A text as a plain text message carries it: no diacritics, one line, nothing outside its alphabet. */
export function smsText(text: string): string {
  const plain = PLAIN_FORMS.reduce((line, [form, by]) => line.replace(form, by), withoutDiacritics(text));
  const sayable = [...plain].map((character) => (/\s/.test(character) ? " " : character));
  const kept = sayable.filter((character) => gsmUnits(character) !== undefined);
  return kept.join("").replace(/ +/g, " ").trim();
}
