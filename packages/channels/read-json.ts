const isLossy = (value: unknown, source: string | undefined) =>
  typeof value === "number" && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value);

/** A number of so many digits where a value may stand; a text that only looks like it costs time and changes nothing. */
const mayBeLossy = /[:,[\s]-?\d{16}/;

/**
 * A JSON text's value; undefined when it is none.
 *
 * Whole numbers beyond 2^53 become strings of their digits: vendors send ids unquoted, and rounding one joins strangers.
 */
export function readJson(text: string): unknown {
  try {
    if (!mayBeLossy.test(text)) return JSON.parse(text);
    const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }) =>
      isLossy(value, context?.source) ? context?.source : value;
    return JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
}
