/** Networks' prefixes of the 11-digit mobile numbers that ended in 2018 and 2019, without the leading zero, and what they became. */
const RENAMED_MOBILE_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["162", "32"],
  ["163", "33"],
  ["164", "34"],
  ["165", "35"],
  ["166", "36"],
  ["167", "37"],
  ["168", "38"],
  ["169", "39"],
  ["120", "70"],
  ["121", "79"],
  ["122", "77"],
  ["126", "76"],
  ["128", "78"],
  ["123", "83"],
  ["124", "84"],
  ["125", "85"],
  ["127", "81"],
  ["129", "82"],
  ["186", "56"],
  ["188", "58"],
  ["199", "59"],
]);

/** Longer than any number with its separators; what is longer is a text. */
const LONGEST_INPUT = 40;

const vietnamese = (national: string): string | undefined => {
  const significant = national.startsWith("0") ? national.slice(1) : national;
  if (/^[35789]\d{8}$/.test(significant) || /^2\d{9}$/.test(significant)) return `+84${significant}`;
  const renamed = significant.length === 10 ? RENAMED_MOBILE_PREFIXES.get(significant.slice(0, 3)) : undefined;
  return renamed === undefined ? undefined : `+84${renamed}${significant.slice(3)}`;
};

const international = (digits: string): string | undefined => {
  if (digits.startsWith("84")) return vietnamese(digits.slice(2));
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
};

/**
 * A phone number as people, exports and gateways write it, in E.164; undefined for short codes, brandnames and anything else.
 *
 * Numbers without a country code are Vietnamese. Nine digits are a mobile number whose zero a spreadsheet dropped, so
 * "84..." of nine digits is a mobile number too, not a country code. Operators are not checked: numbers are portable.
 */
export function toE164(input: string): string | undefined {
  if (input.length > LONGEST_INPUT) return undefined;
  const compact = input.replace(/[\s.\-()]/g, "");
  if (!/^\+?\d+$/.test(compact)) return undefined;
  if (compact.startsWith("+")) return international(compact.slice(1));
  if (compact.startsWith("00")) return international(compact.slice(2));
  return vietnamese(compact) ?? (compact.startsWith("84") ? vietnamese(compact.slice(2)) : undefined);
}
