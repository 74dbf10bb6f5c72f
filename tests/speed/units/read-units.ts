/** A read unit is a strongly consistent read of up to this much; an eventually consistent one costs half. */
const UNIT_BYTES = 4096;

/** Read units of one item, or of one page of a query: the bytes read are rounded up together, and nothing costs as little as one. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES)) * (consistent ? 1 : 0.5);
}
