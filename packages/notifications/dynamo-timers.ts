import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";

const SHARDS = 4;

/** The sparse-index keys of something that is due at a moment: `HELD` messages and `DIGEST`s. */
export function timerKeys(kind: "HELD" | "DIGEST", id: string, dueAt: string): { gsi2pk: string; gsi2sk: string } {
  const shard = (createHash("sha256").update(id).digest()[0] ?? 0) % SHARDS;
  return { gsi2pk: `${kind}#${shard}`, gsi2sk: `${dueAt}#${id}` };
}

/** The partition keys of everything of a kind that is due, oldest first in each shard, all pages. */
export async function dueItems(
  client: DynamoDBDocumentClient,
  TableName: string,
  kind: "HELD" | "DIGEST",
  now: Date,
): Promise<string[]> {
  const due: string[] = [];
  for (let shard = 0; shard < SHARDS; shard++) {
    const query = {
      TableName,
      IndexName: "GSI2",
      KeyConditionExpression: "gsi2pk = :shard AND gsi2sk <= :now",
      ExpressionAttributeValues: { ":shard": `${kind}#${shard}`, ":now": `${now.toISOString()}#~` },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) due.push(...Items.map(({ pk }) => String(pk)));
  }
  return due;
}
