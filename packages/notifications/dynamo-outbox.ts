import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { outboundMessageSchema } from "#contracts/outbound-message";
import { dynamoClaim } from "#notifications/dynamo-claim";
import { happened } from "#notifications/dynamo-happened";
import { idOfOutboundKey, outboundItem, outboundKey } from "#notifications/dynamo-outbound-item";
import { dynamoReceipts } from "#notifications/dynamo-receipts";
import { dynamoSettling } from "#notifications/dynamo-settling";
import { dueItems, timerKeys } from "#notifications/dynamo-timers";
import type { Outbox } from "#notifications/outbox";

export interface OutboxOptions {
  /**
   * How long a claim holds. Longer than a send may take, shorter than the queue's visibility timeout: then the next
   * receive after a crash finds the claim abandoned.
   */
  readonly leaseMs?: number;
}

/** A held message that nobody claimed is handed out again after this time, in case its queue message was lost. */
const HAND_OUT_AGAIN_MS = 5 * 60_000;

/** The outbox in the one table: `O#<id>`, and `V#<source>#<vendor id>` for receipts. */
export function dynamoOutbox(client: DynamoDBDocumentClient, TableName: string, options: OutboxOptions = {}): Outbox {
  const { leaseMs = 60_000 } = options;
  const find: Outbox["find"] = async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: outboundKey(id), ConsistentRead: true }));
    return Item === undefined ? undefined : outboundMessageSchema.parse(Item);
  };
  const handOut = async (id: string, again: string): Promise<boolean> => {
    const update = new UpdateCommand({
      TableName,
      Key: outboundKey(id),
      UpdateExpression: "SET gsi2sk = :again",
      ConditionExpression: "attribute_exists(gsi2pk)",
      ExpressionAttributeValues: { ":again": timerKeys("HELD", id, again).gsi2sk },
    });
    return happened(client.send(update));
  };
  return {
    find,
    async put(message) {
      const Item = outboundItem(message);
      const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" });
      if (await happened(client.send(put))) return message.state;
      return (await find(message.id))?.state ?? message.state;
    },
    claim: dynamoClaim(client, TableName, find, leaseMs),
    ...dynamoSettling(client, TableName),
    receive: dynamoReceipts(client, TableName, find),
    async releaseHeld(now) {
      const ids = (await dueItems(client, TableName, "HELD", now)).map(idOfOutboundKey);
      const again = new Date(now.getTime() + HAND_OUT_AGAIN_MS).toISOString();
      const handedOut = await Promise.all(ids.map(async (id) => ((await handOut(id, again)) ? [id] : [])));
      return handedOut.flat();
    },
  };
}
