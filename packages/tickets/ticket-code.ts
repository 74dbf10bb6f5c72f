import * as z from "zod";

/** Digits and letters that nobody mixes up when read over a phone: no I, L, O, U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MODULUS = 37;
const checkAlphabet = `${alphabet}*~$=#`;

/** `<prefix>-<yyyy>-<6 digits>-<check character>`, e.g. DT-2026-000123-K. */
export const ticketCodeSchema = z.string().regex(/^[A-Z]{2}-\d{4}-\d{6,}-[0-9A-HJKMNP-TV-Z]$/);

/**
 * A code with its check character: a weighted sum modulo 37 over prefix, year and number finds every single wrong
 * character and every swap of neighbours. Numbers whose check falls outside of letters and digits are not used.
 */
export function ticketCode(prefix: string, year: number, number: number): string | undefined {
  const body = `${prefix}${year}${String(number).padStart(6, "0")}`;
  const check = checkAlphabet[remainderOf(body)] ?? "";
  return alphabet.includes(check) ? `${prefix}-${year}-${String(number).padStart(6, "0")}-${check}` : undefined;
}

/** The code a person meant: without dashes, in lower case, with O for 0 and I or L for 1. Undefined when it cannot be one. */
export function readTicketCode(written: string): string | undefined {
  const plain = written.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  const parts = /^([A-Z]{2})([0-9OIL]{4})([0-9OIL]{6,})([0-9A-Z])$/.exec(plain);
  if (parts === null) return undefined;
  const [, prefix = "", year = "", number = "", check = ""] = parts;
  const code = ticketCode(prefix, Number(asDigits(year)), Number(asDigits(number)));
  return code?.endsWith(asCheck(check)) === true ? code : undefined;
}

const asDigits = (text: string): string => text.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
const asCheck = (letter: string): string => ({ O: "0", I: "1", L: "1" })[letter] ?? letter;

function remainderOf(body: string): number {
  let sum = 0;
  for (const [index, letter] of [...body].entries()) sum += letterValue(letter) * weightAt(body.length - index);
  return sum % MODULUS;
}

/** Powers of 2 modulo 37: 2 generates all residues, so neighbours never share a weight. */
function weightAt(position: number): number {
  let weight = 1;
  for (let step = 0; step < position; step++) weight = (weight * 2) % MODULUS;
  return weight;
}

const letterValue = (letter: string): number => Number.parseInt(letter, 36);
