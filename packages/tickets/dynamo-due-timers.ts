import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { DueTimer } from "#contracts/outbound-message";

/** One page of a shard's due timers, oldest first; `cursor` is where the following page begins, if there is one. */
export type DuePage = (
  shard: string,
  now: Date,
  cursor?: string,
) => Promise<{ readonly timers: readonly DueTimer[]; readonly cursor: string | undefined }>;

/** The sparse timer index. What is read follows what is due and not what is open. */
export function dynamoDuePage(client: DynamoDBDocumentClient, TableName: string, pageSize = 1000): DuePage {
  return async (shard, now, cursor) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: "GSI2",
        // the tilde sorts after every id: a timer of this very millisecond is due
        KeyConditionExpression: "gsi2pk = :shard AND gsi2sk BETWEEN :from AND :now",
        ExpressionAttributeValues: { ":shard": shard, ":from": cursor ?? "0", ":now": `${now.toISOString()}~` },
        Limit: pageSize,
      }),
    );
    const rows = Items.map(({ gsi2sk, pk }) => ({ sort: String(gsi2sk), ticketId: String(pk).slice(2) }));
    const timers = rows.map(({ sort, ticketId }) => ({ ticketId, fireAt: sort.slice(0, sort.indexOf("#")) }));
    const last = rows.at(-1)?.sort;
    // just after the last row read: BETWEEN includes its bounds
    return { timers, cursor: LastEvaluatedKey === undefined || last === undefined ? undefined : `${last}~` };
  };
}
