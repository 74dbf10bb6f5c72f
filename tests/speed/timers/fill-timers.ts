import { timerShard } from "#tickets/dynamo-keys";
import { atOnce } from "../report/at-once.ts";

/** DynamoDB takes as many in one call. */
const BATCH = 25;
const WRITERS = 6;
const TOMORROW = Date.parse("2026-09-15T00:00:00Z");

/** DynamoDB Local reads the key's name out of the signature and checks nothing of it. */
const headers = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "DynamoDB_20120810.BatchWriteItem",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260914/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
};

function putOf(count: number): string {
  const id = `01J8000000000000${String(count).padStart(10, "0")}`;
  const fireAt = new Date(TOMORROW + count * 97).toISOString();
  const keys = { pk: `T#${id}`, sk: "A", gsi2pk: timerShard(id), gsi2sk: `${fireAt}#${id}` };
  const attributes = Object.entries(keys).map(([name, value]) => `"${name}":{"S":"${value}"}`);
  return `{"PutRequest":{"Item":{${attributes.join()}}}}`;
}

/**
 * Open tickets number `from` to `to`, none of them due today, by the keys alone that a timer has: what a sweep meets.
 *
 * Over plain HTTP: a million items through the SDK would take most of the bench's time.
 */
export async function fillTimers(endpoint: string, table: string, from: number, to: number): Promise<void> {
  const starts = Array.from({ length: Math.ceil((to - from) / BATCH) }, (_, batch) => from + batch * BATCH);
  await atOnce(WRITERS, starts, async (start) => {
    const puts = Array.from({ length: Math.min(BATCH, to - start) }, (_, index) => putOf(start + index));
    const body = `{"RequestItems":{"${table}":[${puts.join()}]}}`;
    const answer = await fetch(endpoint, { method: "POST", headers, body });
    const text = await answer.text();
    if (!answer.ok || !text.includes('"UnprocessedItems":{}'))
      throw new Error(`Not all was taken: ${text.slice(0, 200)}`);
  });
}
