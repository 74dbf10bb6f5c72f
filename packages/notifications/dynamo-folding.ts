import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { happened } from "#notifications/dynamo-happened";
import { outboundItem } from "#notifications/dynamo-outbound-item";
import { dynamoSlots, lineKey, type Place } from "#notifications/dynamo-slots";
import type { FoldedLine } from "#notifications/storm";
import type { Page } from "#notifications/tell-staff";

/**
 * Writes what is folded so that a digest finds it.
 *
 * A line is written first and then the slot is looked at; a sweep first marks the slot as closing and then looks for
 * lines. So whichever comes second sees the other, and no line stays behind without a slot whose timer rings.
 */
export function dynamoFolding(client: DynamoDBDocumentClient, TableName: string) {
  const slots = dynamoSlots(client, TableName);
  const keepTimer = async (place: Place, now: Date): Promise<void> => {
    const slot = await slots.read(place);
    if (slot !== undefined && slot.closing !== true) return;
    const { closing: _, ...stays } = slot ?? { ...place, version: 0, busyUntil: now.toISOString() };
    const kept = slot === undefined ? slots.open(stays) : slots.replace(slot, { ...stays, version: slot.version + 1 });
    if (!(await kept)) await keepTimer(place, now);
  };
  return {
    /** Message and line in one piece; false when the message is known already. */
    write({ message, alert }: Page, place: Place): Promise<boolean> {
      const { kind, ticketCode, lateByMs = 0 } = alert;
      const line: FoldedLine = { id: message.id, kind, ticketCode, lateByMs };
      const Item = outboundItem({ ...message, state: "folded" });
      const TransactItems = [
        { Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" } },
        { Put: { TableName, Item: { ...lineKey(place, line.id), ...line } } },
      ];
      return happened(client.send(new TransactWriteCommand({ TransactItems })));
    },
    /** Beside a line that no digest has taken yet there must be a slot whose timer rings. */
    keepTimer,
  };
}
