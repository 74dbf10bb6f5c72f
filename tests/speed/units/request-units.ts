import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { type Item, itemBytes } from "./item-bytes.ts";
import { readUnits } from "./read-units.ts";
import { writeUnits } from "./write-units.ts";

export interface Units {
  readonly write: number;
  readonly read: number;
}

type Key = Record<string, AttributeValue>;
interface Write {
  readonly Item?: Item;
  readonly Key?: Key;
}
type WriteKind = "Put" | "Update" | "Delete";
interface Body {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Key;
  readonly ConsistentRead?: boolean;
  readonly TransactItems?: readonly Partial<Record<WriteKind, Write>>[];
  readonly RequestItems?: Readonly<
    Record<string, { readonly Keys?: readonly Key[]; readonly ConsistentRead?: boolean }>
  >;
}

const nothing: Units = { write: 0, read: 0 };

/**
 * What one request costs, by the items it touches as they were before it and are after it.
 *
 * `look` reads the same table on the side, unrecorded. A write whose condition fails is charged for the item it met.
 */
export async function requestUnits(
  target: string,
  json: string,
  look: DynamoDBClient,
  perform: () => Promise<unknown>,
): Promise<{ outcome: unknown; units: Units }> {
  const operation = target.slice(target.indexOf(".") + 1);
  const body = JSON.parse(json) as Body;
  const keys = writtenKeys(operation, body);
  const itemAt = async (Key: Key): Promise<Item | undefined> =>
    (await look.send(new GetItemCommand({ TableName: tableOf(body), Key, ConsistentRead: true }))).Item;
  const before = await Promise.all(keys.map(itemAt));
  const outcome = await perform();
  const after = await Promise.all(keys.map(itemAt));
  const transactional = operation === "TransactWriteItems";
  const write = keys.reduce(
    (sum, _, index) => sum + writeUnits({ before: before[index], after: after[index], transactional }),
    0,
  );
  return {
    outcome,
    units: keys.length > 0 ? { ...nothing, write } : { ...nothing, read: await read(operation, body, look, itemAt) },
  };
}

const tableOf = ({ TableName, TransactItems, RequestItems }: Body): string => {
  const inTransaction = TransactItems?.flatMap((item) => Object.values(item)) as { TableName?: string }[] | undefined;
  return TableName ?? inTransaction?.[0]?.TableName ?? Object.keys(RequestItems ?? {})[0] ?? "";
};

const keyOf = ({ Item, Key }: Write): Key => {
  const { pk, sk } = Key ?? Item ?? {};
  if (pk === undefined || sk === undefined) throw new TypeError("A write without a key");
  return { pk, sk };
};

function writtenKeys(operation: string, body: Body): Key[] {
  if (["PutItem", "UpdateItem", "DeleteItem"].includes(operation)) return [keyOf(body)];
  if (operation !== "TransactWriteItems") return [];
  return (body.TransactItems ?? []).flatMap((item) => Object.values(item).map(keyOf));
}

async function read(
  operation: string,
  body: Body,
  look: DynamoDBClient,
  itemAt: (key: Key) => Promise<Item | undefined>,
): Promise<number> {
  const bytes = (item: Item | undefined) => (item === undefined ? 0 : itemBytes(item));
  if (operation === "GetItem") return readUnits(bytes(await itemAt(keyOf(body))), body.ConsistentRead === true);
  if (operation === "BatchGetItem") {
    const { Keys = [], ConsistentRead } = Object.values(body.RequestItems ?? {})[0] ?? {};
    const items = await Promise.all(Keys.map(itemAt));
    return items.reduce((sum, item) => sum + readUnits(bytes(item), ConsistentRead === true), 0);
  }
  if (operation !== "Query") throw new TypeError(`No units are known for ${operation}`);
  const { Items = [] } = await look.send(new QueryCommand(body as unknown as QueryCommandInput));
  return readUnits(
    Items.reduce((sum, item) => sum + itemBytes(item), 0),
    body.ConsistentRead === true,
  );
}
