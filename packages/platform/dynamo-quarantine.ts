import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

/** Something valid-looking that nobody can read: kept with its raw body until a person has looked. */
export const quarantinedSchema = z.object({
  id: z.string(),
  queue: z.string(),
  source: z.string(),
  reason: z.string(),
  body: z.string(),
  at: z.string(),
});
type Quarantined = z.infer<typeof quarantinedSchema>;

export interface Quarantine {
  keep(record: Omit<Quarantined, "id">): Promise<string>;
  list(month: string, limit: number): Promise<readonly Quarantined[]>;
  find(id: string): Promise<Quarantined | undefined>;
}

/** An item holds 400 KB; a larger body is cut, and says so. */
const LARGEST_BODY = 350_000;

/** Quarantine in the one table, by month. The id is derived from the body: redelivery of poison is the same item. */
export function dynamoQuarantine(client: DynamoDBDocumentClient, TableName: string): Quarantine {
  return {
    async keep(record) {
      const id = `${record.at.slice(0, 7)}.${createHash("sha256").update(`${record.source}\n${record.body}`).digest("hex").slice(0, 32)}`;
      const body = record.body.length > LARGEST_BODY ? `${record.body.slice(0, LARGEST_BODY)}… (cut)` : record.body;
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(id), ...record, id, body } }));
      return id;
    },
    async list(month, Limit) {
      const query = { KeyConditionExpression: "pk = :month", ExpressionAttributeValues: { ":month": `Q#${month}` } };
      const { Items = [] } = await client.send(new QueryCommand({ TableName, ...query, Limit }));
      return Items.map((item) => quarantinedSchema.parse(item));
    },
    async find(id) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return Item === undefined ? undefined : quarantinedSchema.parse(Item);
    },
  };
}

const keyOf = (id: string) => ({ pk: `Q#${id.slice(0, 7)}`, sk: id });
