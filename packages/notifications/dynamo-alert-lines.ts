import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { alertSchema } from "#contracts/outbound-message";
import { happened } from "#notifications/dynamo-happened";

/** `lists`: whoever else was told the same, so that one acknowledgement reaches all. */
const storedAlertSchema = alertSchema.extend({ lists: z.array(z.string()) });
export type StoredAlert = z.infer<typeof storedAlertSchema>;

/** `N#<time>#<id>`; the id begins with the time, so a list's line is found by the id alone. */
export function alertSortKey(id: string): string | undefined {
  const at = new Date(Number(id.split(".")[0]));
  return Number.isNaN(at.getTime()) ? undefined : `N#${at.toISOString()}#${id}`;
}

/** Single lines of alert lists: `S#<owner>` / `N#<time>#<id>`. */
export function dynamoAlertLines(client: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (owner: string, id: string) => ({ pk: `S#${owner}`, sk: alertSortKey(id) });
  return {
    async read(owner: string, id: string): Promise<StoredAlert | undefined> {
      if (alertSortKey(id) === undefined) return undefined;
      const get = new GetCommand({ TableName, Key: keyOf(owner, id), ConsistentRead: true });
      const { Item } = await client.send(get);
      return Item === undefined ? undefined : storedAlertSchema.parse(Item);
    },
    async newest(owner: string, Limit: number, after: string | undefined): Promise<StoredAlert[]> {
      const below = (after === undefined ? undefined : alertSortKey(after)) ?? "N#~";
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :owner AND sk < :below",
        ExpressionAttributeValues: { ":owner": `S#${owner}`, ":below": below },
        ScanIndexForward: false,
        Limit,
      });
      const { Items = [] } = await client.send(query);
      return Items.map((item) => storedAlertSchema.parse(item));
    },
    async put(alert: StoredAlert): Promise<void> {
      const Item = { ...keyOf(alert.staff, alert.id), ...alert };
      await happened(client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" })));
    },
    async mark(owner: string, id: string, by: string, at: Date): Promise<void> {
      const update = new UpdateCommand({
        TableName,
        Key: keyOf(owner, id),
        UpdateExpression: "SET acknowledgedAt = :at, acknowledgedBy = :by",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(acknowledgedAt)",
        ExpressionAttributeValues: { ":at": at.toISOString(), ":by": by },
      });
      await happened(client.send(update));
    },
  };
}
