import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Item = Readonly<Record<string, AttributeValue>>;

/**
 * The size by which DynamoDB charges an item: names and values in UTF-8, as the developer guide counts them.
 *
 * Source: "DynamoDB item sizes and formats", Amazon DynamoDB Developer Guide. Numbers are an approximation there too.
 */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + textBytes(name) + valueBytes(value), 0);
}

/** A list or map, and each of its entries, cost this much beside what they hold. */
const CONTAINER_BYTES = 3;
const ENTRY_BYTES = 1;

const textBytes = (text: string): number => Buffer.byteLength(text, "utf8");
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return textBytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.SS !== undefined) return sum(value.SS.map(textBytes));
  if (value.L !== undefined) return CONTAINER_BYTES + sum(value.L.map((entry) => ENTRY_BYTES + valueBytes(entry)));
  if (value.M !== undefined) return CONTAINER_BYTES + ENTRY_BYTES * Object.keys(value.M).length + itemBytes(value.M);
  throw new TypeError("An attribute of a kind this table does not use");
}

/** One byte for each two significant digits and one more; the sign takes another. */
function numberBytes(number: string): number {
  const significant = number
    .replace(/^-/, "")
    .replace(".", "")
    .replace(/^0+|0+$/g, "");
  return Math.ceil(significant.length / 2) + 1 + (number.startsWith("-") ? 1 : 0);
}
