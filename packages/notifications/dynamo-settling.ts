import { type DynamoDBDocumentClient, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { happened } from "#notifications/dynamo-happened";
import { outboundKey, vendorKey } from "#notifications/dynamo-outbound-item";
import type { Claim, Outbox } from "#notifications/outbox";
import { setFields } from "#platform/set-fields";

/** The moves out of `sending`. Each holds only while the claim does: same state, same number of attempts. */
export function dynamoSettling(
  client: DynamoDBDocumentClient,
  TableName: string,
): Pick<Outbox, "sent" | "failed" | "unconfirmed" | "release" | "fallBack"> {
  const update = ({ message: { id, attempts } }: Claim, fields: Readonly<Record<string, unknown>>) => {
    const set = setFields(fields);
    return {
      TableName,
      Key: outboundKey(id),
      ...set,
      ConditionExpression: "#state = :claimed AND attempts = :attempts",
      ExpressionAttributeNames: { ...set.ExpressionAttributeNames, "#state": "state" },
      ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":claimed": "sending", ":attempts": attempts },
    };
  };
  const settle = (claim: Claim, fields: Readonly<Record<string, unknown>>): Promise<boolean> =>
    happened(client.send(new UpdateCommand(update(claim, fields))));
  return {
    sent(claim, { source, vendorMessageId, at }) {
      const sentAt = at.toISOString();
      if (vendorMessageId === undefined) return settle(claim, { state: "sent", sentAt });
      const TransactItems = [
        { Update: update(claim, { state: "sent", sentAt, vendorMessageId }) },
        { Put: { TableName, Item: { ...vendorKey(source, vendorMessageId), messageId: claim.message.id } } },
      ];
      return happened(client.send(new TransactWriteCommand({ TransactItems })));
    },
    failed: (claim, failure) => settle(claim, { state: "failed", failure }),
    unconfirmed: (claim, failure) => settle(claim, { state: "unconfirmed", failure }),
    release: (claim, failure) => settle(claim, { state: "queued", failure }),
    async fallBack(claim, channel, failure, now) {
      const fallback = claim.message.fallback.slice(claim.message.fallback.indexOf(channel) + 1);
      const claimedAt = now.toISOString();
      const moved = { channel, fallback, failure, claimedAt, unsettledSince: claimedAt };
      return (await settle(claim, moved)) ? { message: { ...claim.message, ...moved } } : undefined;
    },
  };
}
