import { tableIndexes, tableKeys } from "#platform/table";
import { type Item, itemBytes } from "./item-bytes.ts";

export interface ItemChange {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly transactional: boolean;
}

/** A write unit is a write of up to this much. */
const UNIT_BYTES = 1024;
const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT_BYTES));

/**
 * Write units of one item's change: the larger of its two sizes, and what each index that moves with it costs.
 *
 * An index is written only where its keys change: one write to appear or to leave, two to move. In a transaction all
 * of it counts twice. Source: "Read and write requests" and "Using Global Secondary Indexes", DynamoDB Developer Guide.
 */
export function writeUnits({ before, after, transactional }: ItemChange): number {
  const table = unitsOf(
    Math.max(before === undefined ? 0 : itemBytes(before), after === undefined ? 0 : itemBytes(after)),
  );
  const indexes = tableIndexes.reduce(
    (sum, { partition, sort }) =>
      sum + indexUnits(indexEntry(before, partition, sort), indexEntry(after, partition, sort)),
    0,
  );
  return (table + indexes) * (transactional ? 2 : 1);
}

/** What an index that carries keys only holds of an item; undefined where the item is not in it. */
function indexEntry(item: Item | undefined, partition: string, sort: string): Item | undefined {
  const names = [tableKeys.partition, tableKeys.sort, partition, sort];
  const keys = names.flatMap((name) => (item?.[name] === undefined ? [] : [[name, item[name]] as const]));
  return keys.length === names.length ? Object.fromEntries(keys) : undefined;
}

function indexUnits(before: Item | undefined, after: Item | undefined): number {
  if (JSON.stringify(before) === JSON.stringify(after)) return 0;
  return [before, after].reduce((sum, entry) => sum + (entry === undefined ? 0 : unitsOf(itemBytes(entry))), 0);
}
