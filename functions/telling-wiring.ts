import type { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OutboundTask } from "#contracts/outbound-message";
import { durationSchema } from "#contracts/words";
import { digestMessage } from "#notifications/digest-message";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import { dynamoStorm } from "#notifications/dynamo-storm";
import { sqsTaskQueue } from "#platform/sqs-queue";
import { durationMs } from "#sla/duration-ms";
import type { ProvinceRules } from "./province-rules.ts";

/** What every function that tells somebody something reads from its environment. */
export const tellingSettings = {
  TICKET_TABLE: z.string(),
  OUTBOUND_QUEUE_URL: z.url(),
  PROVINCE: z.string(),
  /** How often one supervisor may be told on one channel; the province's own where it is not set. */
  DIGEST_EVERY: durationSchema.optional(),
  /** How long a worker holds a message it sends; shorter than the queue's visibility timeout. */
  OUTBOX_LEASE: durationSchema.optional(),
};
export type TellingSettings = z.infer<z.ZodObject<typeof tellingSettings>>;

/** Outbox, alert lists, storms and the queue that leads out, wired once for a function. */
export function tellingWiring(
  client: DynamoDBDocumentClient,
  sqs: SQSClient,
  env: TellingSettings,
  { province, telling }: ProvinceRules,
) {
  const { storm } = province.policies;
  const lease = env.OUTBOX_LEASE === undefined ? {} : { leaseMs: durationMs(env.OUTBOX_LEASE) };
  const outbox = dynamoOutbox(client, env.TICKET_TABLE, lease);
  const send = sqsTaskQueue<OutboundTask>(sqs, env.OUTBOUND_QUEUE_URL);
  const enqueueAll = (ids: readonly string[]) =>
    send(ids.map((messageId) => ({ body: { messageId }, group: channelOf(messageId) })));
  return {
    outbox,
    alerts: dynamoAlerts(client, env.TICKET_TABLE),
    storm: dynamoStorm(client, env.TICKET_TABLE, outbox, {
      onePerMs: durationMs(env.DIGEST_EVERY ?? storm.onePer),
      worst: storm.worst,
      digest: (due) => digestMessage(due, telling),
    }),
    enqueue: (messageId: string) => enqueueAll([messageId]),
    enqueueAll,
  };
}

/** The fair-queue group: a vendor that is slow does not make the others wait. The channel ends a message's id. */
function channelOf(messageId: string): string {
  return messageId.slice(messageId.lastIndexOf(".") + 1);
}
