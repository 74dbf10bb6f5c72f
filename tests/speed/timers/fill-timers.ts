import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { timerShard } from "#tickets/dynamo-keys";
import { atOnce } from "../report/at-once.ts";

/** DynamoDB takes as many in one call. */
const BATCH = 25;
const WRITERS = 8;
const TOMORROW = Date.parse("2026-09-15T00:00:00Z");

const timerOf = (count: number) => {
  const id = `01J8000000000000${String(count).padStart(10, "0")}`;
  const fireAt = new Date(TOMORROW + count * 97).toISOString();
  return { pk: `T#${id}`, sk: "A", gsi2pk: timerShard(id), gsi2sk: `${fireAt}#${id}` };
};

/**
 * Open tickets number `from` to `to`, none of them due today, by the keys alone that a timer has: what a sweep meets.
 */
export async function fillTimers(
  client: DynamoDBDocumentClient,
  table: string,
  from: number,
  to: number,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil((to - from) / BATCH) }, (_, batch) => from + batch * BATCH);
  await atOnce(WRITERS, starts, async (start) => {
    const counts = Array.from({ length: Math.min(BATCH, to - start) }, (_, index) => start + index);
    let waiting = { [table]: counts.map((count) => ({ PutRequest: { Item: timerOf(count) } })) };
    while (Object.keys(waiting).length > 0) {
      const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: waiting }));
      waiting = (UnprocessedItems ?? {}) as typeof waiting;
    }
  });
}
