import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { timeToLiveAttribute } from "#platform/table";
import { type Correction, correctionSchema } from "./correction.ts";
import type { Corrections } from "./corrections.ts";

type Key = Readonly<Record<"pk" | "sk", string>>;
const PAGE = 100;
const keyOf = ({ citizen, ticketId }: Pick<Correction, "citizen" | "ticketId">): Key => ({
  pk: `P#${citizen}`,
  sk: `CORRECTION#${ticketId}`,
});

/**
 * Corrections in the one table: `P#<citizen>` / `CORRECTION#<ticketId>`, listed in GSI4 by month.
 *
 * They lie with the citizen, so that whoever erases a citizen erases their words too.
 */
export function dynamoCorrections(client: DynamoDBDocumentClient, TableName: string): Corrections {
  return {
    async keep(correction, expiresAt) {
      const { how, ticketId, openedAt } = correction;
      const Item = {
        ...keyOf(correction),
        gsi4pk: `CORRECTION#${openedAt.slice(0, 7)}`,
        gsi4sk: `${openedAt}#${ticketId}`,
        ...correction,
        [timeToLiveAttribute]: Math.ceil(expiresAt.getTime() / 1000),
      };
      const unlessSaid = how === "kept" ? { ConditionExpression: "attribute_not_exists(pk)" } : {};
      await client.send(new PutCommand({ TableName, Item, ...unlessSaid })).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
    },
    async forget(ticket) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(ticket) }));
    },
    async openedSince(from, now) {
      const found: Correction[] = [];
      for (const month of monthsOf(from, now)) {
        for await (const keys of pagesOf(client, TableName, month, from)) {
          const read = await Promise.all(keys.map((key) => find(client, TableName, key, now)));
          found.push(...read.filter((correction) => correction !== undefined));
        }
      }
      return found;
    },
  };
}

/** The keys of one month's corrections, oldest first, page by page. */
async function* pagesOf(client: DynamoDBDocumentClient, TableName: string, month: string, from: Date) {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const query = new QueryCommand({
      TableName,
      IndexName: "GSI4",
      KeyConditionExpression: "gsi4pk = :month AND gsi4sk >= :from",
      ExpressionAttributeValues: { ":month": `CORRECTION#${month}`, ":from": from.toISOString() },
      Limit: PAGE,
      ExclusiveStartKey,
    });
    const page = await client.send(query);
    yield (page.Items ?? []).map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}

/** Read by its key and not from the index: what was erased a moment ago is not there. DynamoDB removes late what expired. */
async function find(
  client: DynamoDBDocumentClient,
  TableName: string,
  Key: Key,
  now: Date,
): Promise<Correction | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const gone = Item === undefined || Number(Item[timeToLiveAttribute]) * 1000 <= now.getTime();
  return gone ? undefined : correctionSchema.parse(Item);
}

function monthsOf(from: Date, now: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; month <= now; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.toISOString().slice(0, 7));
  return months;
}
