import { BatchGetCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

export type Key = Readonly<Record<string, string>>;
type Item = Record<string, unknown>;

/** DynamoDB takes a hundred keys at once. */
const BATCH = 100;

/** All items of these keys, in no order; keys that DynamoDB leaves unread are asked for again. */
export async function readMany(client: DynamoDBDocumentClient, table: string, keys: readonly Key[]): Promise<Item[]> {
  const distinct = [...new Map(keys.map((key) => [`${key["pk"]}\n${key["sk"]}`, key])).values()];
  const items: Item[] = [];
  for (let start = 0; start < distinct.length; start += BATCH) {
    let Keys: Key[] | undefined = distinct.slice(start, start + BATCH);
    while (Keys !== undefined && Keys.length > 0) {
      const read: {
        Responses?: Record<string, Item[]> | undefined;
        UnprocessedKeys?: Record<string, { Keys?: Key[] | undefined }> | undefined;
      } = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: Keys as Record<string, string>[] } } }),
      );
      items.push(...(read.Responses?.[table] ?? []));
      Keys = read.UnprocessedKeys?.[table]?.Keys;
    }
  }
  return items;
}
