import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { type Alert, alertSchema } from "#contracts/outbound-message";
import type { AlertList } from "#notifications/alert-list";
import { happened } from "#notifications/dynamo-happened";

/** `S#<staffId>` / `N#<time>#<id>`; the time is in the id, so an alert is found by its id and its reader alone. */
function alertKey(staff: string, id: string): { pk: string; sk: string } | undefined {
  const at = new Date(Number(id.split(".")[0]));
  return Number.isNaN(at.getTime()) ? undefined : { pk: `S#${staff}`, sk: `N#${at.toISOString()}#${id}` };
}

/** Alert lists in the one table. */
export function dynamoAlerts(client: DynamoDBDocumentClient, TableName: string): AlertList {
  return {
    async put(alert) {
      const Item = { ...alertKey(alert.staff, alert.id), ...alert };
      await happened(client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" })));
    },
    async list(staff, { limit, after }) {
      const key = after === undefined ? undefined : alertKey(staff, after);
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :staff AND begins_with(sk, :alerts)",
        ExpressionAttributeValues: { ":staff": `S#${staff}`, ":alerts": "N#" },
        ScanIndexForward: false,
        Limit: limit,
        ...(key === undefined ? {} : { ExclusiveStartKey: key }),
      });
      const { Items = [], LastEvaluatedKey } = await client.send(query);
      const items = Items.map((item): Alert => alertSchema.parse(item));
      const last = items.at(-1);
      return LastEvaluatedKey === undefined || last === undefined ? { items } : { items, next: last.id };
    },
    async acknowledge(staff, id, by, at) {
      const Key = alertKey(staff, id);
      if (Key === undefined) return undefined;
      const update = new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: "SET acknowledgedAt = :at, acknowledgedBy = :by",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(acknowledgedAt)",
        ExpressionAttributeValues: { ":at": at.toISOString(), ":by": by },
      });
      const first = await happened(client.send(update));
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? undefined : { alert: alertSchema.parse(Item), first };
    },
  };
}
