import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { OutboundMessage } from "#contracts/outbound-message";
import type { DeliveryReceipt } from "#contracts/parsed-delivery";
import { happened } from "#notifications/dynamo-happened";
import { outboundKey, vendorKey } from "#notifications/dynamo-outbound-item";
import { timerKeys } from "#notifications/dynamo-timers";
import type { ReceiptAnswer } from "#notifications/outbox";
import { setFields } from "#platform/set-fields";

type State = OutboundMessage["state"];

/** From which states a receipt moves a message: receipts come late, twice and in any order, and "seen" stays seen. */
const movesFrom: Readonly<Record<DeliveryReceipt["status"], readonly State[]>> = {
  delivered: ["sent", "unconfirmed"],
  seen: ["sent", "unconfirmed", "delivered"],
  failed: ["sent", "unconfirmed"],
};

/**
 * Records what a vendor says became of messages; one that failed goes out on the next channel if there is one: it is in
 * the timers' index from the same write on, so the next sweep puts it on the queue.
 */
export function dynamoReceipts(
  client: DynamoDBDocumentClient,
  TableName: string,
  find: (id: string) => Promise<OutboundMessage | undefined>,
): (receipt: DeliveryReceipt) => Promise<ReceiptAnswer[]> {
  const messageIdOf = async (source: string, vendorMessageId: string): Promise<string | undefined> => {
    for (const name of new Set([source, source.split("/")[0] ?? source])) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: vendorKey(name, vendorMessageId) }));
      if (Item !== undefined) return String(Item["messageId"]);
    }
    return undefined;
  };
  const move = (message: OutboundMessage, fields: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const set = setFields(fields);
    const update = new UpdateCommand({
      TableName,
      Key: outboundKey(message.id),
      ...set,
      ConditionExpression: "#state = :before AND attempts = :attempts",
      ExpressionAttributeNames: { ...set.ExpressionAttributeNames, "#state": "state" },
      ExpressionAttributeValues: {
        ...set.ExpressionAttributeValues,
        ":before": message.state,
        ":attempts": message.attempts,
      },
    });
    return happened(client.send(update));
  };
  const receiveOne = async (receipt: DeliveryReceipt, vendorMessageId: string): Promise<ReceiptAnswer> => {
    const messageId = await messageIdOf(receipt.source, vendorMessageId);
    const message = messageId === undefined ? undefined : await find(messageId);
    if (message === undefined) return { kind: "unknown" };
    if (isFailureAgain(receipt, message)) return { kind: "failed", message };
    if (!stillMoves(receipt, message, vendorMessageId)) return { kind: "old", messageId: message.id };
    const { answer, fields } = outcomeOf(receipt, message);
    return (await move(message, fields)) ? answer : receiveOne(receipt, vendorMessageId);
  };
  return (receipt) => Promise.all(receipt.vendorMessageIds.map((id) => receiveOne(receipt, id)));
}

function outcomeOf(
  { status, at, reason = "vendor reports failure" }: DeliveryReceipt,
  message: OutboundMessage,
): { answer: ReceiptAnswer; fields: Readonly<Record<string, unknown>> } {
  if (status !== "failed") return { answer: { kind: "recorded", messageId: message.id }, fields: { state: status } };
  const [channel, ...fallback] = message.fallback;
  if (channel === undefined) {
    const failed: OutboundMessage = { ...message, state: "failed", failure: reason };
    return { answer: { kind: "failed", message: failed }, fields: { state: "failed", failure: reason } };
  }
  const answer: ReceiptAnswer = { kind: "requeued", messageId: message.id };
  const timer = timerKeys("HELD", message.id, at);
  return { answer, fields: { state: "queued", channel, fallback, failure: reason, ...timer } };
}

function stillMoves({ status }: DeliveryReceipt, message: OutboundMessage, vendorMessageId: string): boolean {
  return message.vendorMessageId === vendorMessageId && movesFrom[status].includes(message.state);
}

/** The same report once more: whoever took it first may have died before they could tell the desk. */
function isFailureAgain({ status, vendorMessageIds }: DeliveryReceipt, message: OutboundMessage): boolean {
  const { state, vendorMessageId = "" } = message;
  return status === "failed" && state === "failed" && vendorMessageIds.includes(vendorMessageId);
}
