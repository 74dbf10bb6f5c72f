import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { OutboundMessage } from "#contracts/outbound-message";
import { happened } from "#notifications/dynamo-happened";
import { outboundKey } from "#notifications/dynamo-outbound-item";
import type { ClaimAnswer, Outbox } from "#notifications/outbox";

/** Takes a message for sending: a queued one whose time has come, or one whose worker fell silent a lease ago. */
export function dynamoClaim(
  client: DynamoDBDocumentClient,
  TableName: string,
  find: Outbox["find"],
  leaseMs: number,
): Outbox["claim"] {
  return async (id, now) => {
    const before = await find(id);
    const refused = refusal(before, now, leaseMs);
    if (before === undefined || refused !== undefined) return refused ?? { kind: "missing" };
    const claimedAt = now.toISOString();
    const unsettledSince = unsettledBefore(before) ?? claimedAt;
    const message = { ...before, state: "sending" as const, attempts: before.attempts + 1, claimedAt, unsettledSince };
    const update = new UpdateCommand({ TableName, Key: outboundKey(id), ...claimUpdate(before, message) });
    if (!(await happened(client.send(update)))) return { kind: "busy", freeAt: leaseEnd(claimedAt, leaseMs) };
    const abandoned = before.state === "sending" ? { abandonedSince: unsettledSince } : {};
    return { kind: "claimed", claim: { message, ...abandoned } };
  };
}

/** Holds only if nobody moved the message since it was read: not even its own worker renewing the claim. */
function claimUpdate(before: OutboundMessage, after: OutboundMessage) {
  const asItWas = before.claimedAt === undefined ? "attribute_not_exists(claimedAt)" : "claimedAt = :claimedBefore";
  return {
    UpdateExpression:
      "SET #state = :sending, attempts = :attempts, claimedAt = :now, unsettledSince = :since REMOVE gsi2pk, gsi2sk",
    ConditionExpression: `#state = :state AND attempts = :before AND ${asItWas}`,
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ":sending": after.state,
      ":attempts": after.attempts,
      ":now": after.claimedAt,
      ":since": after.unsettledSince ?? after.claimedAt,
      ":state": before.state,
      ":before": before.attempts,
      ...(before.claimedAt === undefined ? {} : { ":claimedBefore": before.claimedAt }),
    },
  };
}

/** The first of the attempts of which nobody knows the end. */
function unsettledBefore({ state, unsettledSince, claimedAt }: OutboundMessage): string | undefined {
  return state === "sending" ? (unsettledSince ?? claimedAt) : undefined;
}

function refusal(message: OutboundMessage | undefined, now: Date, leaseMs: number): ClaimAnswer | undefined {
  if (message === undefined) return { kind: "missing" };
  const { state, notBefore, claimedAt } = message;
  if (state === "sending") {
    const freeAt = leaseEnd(claimedAt ?? now.toISOString(), leaseMs);
    return new Date(freeAt) > now ? { kind: "busy", freeAt } : undefined;
  }
  if (state !== "queued") return { kind: "done", message };
  return notBefore !== undefined && new Date(notBefore) > now ? { kind: "held", until: notBefore } : undefined;
}

function leaseEnd(claimedAt: string, leaseMs: number): string {
  return new Date(Date.parse(claimedAt) + leaseMs).toISOString();
}
