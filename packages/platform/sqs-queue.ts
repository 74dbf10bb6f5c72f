import { createHash } from "node:crypto";
import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { InboundQueue } from "#contracts/raw-delivery";

/** What SQS takes as a group or deduplication id. */
const acceptable = /^[\x21-\x7e]{1,128}$/;
const queueId = (id: string): string => (acceptable.test(id) ? id : createHash("sha256").update(id).digest("hex"));

/**
 * The FIFO queue of inbound deliveries: one writer for each conversation.
 *
 * The deduplication id carries the conversation, so it is unique in the whole queue (some emulators look no closer).
 */
export function sqsInboundQueue(client: SQSClient, QueueUrl: string): InboundQueue {
  return {
    async send(delivery) {
      await client.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: JSON.stringify(delivery),
          MessageGroupId: queueId(delivery.conversation),
          MessageDeduplicationId: queueId(`${delivery.conversation}#${delivery.messageId}`),
        }),
      );
    },
  };
}

export interface QueuedTask<T> {
  readonly body: T;
  /** Fair-queue group: a noisy agency or vendor does not make the quiet ones wait. */
  readonly group: string;
  readonly delaySeconds?: number;
}

/** SQS takes ten at once. */
const BATCH = 10;

/** Puts tasks on a standard queue; throws if SQS refused any of them. */
export function sqsTaskQueue<T>(
  client: SQSClient,
  QueueUrl: string,
): (tasks: readonly QueuedTask<T>[]) => Promise<void> {
  return async (tasks) => {
    for (let start = 0; start < tasks.length; start += BATCH) {
      const Entries = tasks.slice(start, start + BATCH).map(({ body, group, delaySeconds }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(body),
        MessageGroupId: queueId(group),
        ...(delaySeconds === undefined ? {} : { DelaySeconds: Math.min(900, Math.max(0, Math.ceil(delaySeconds))) }),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      if (Failed.length > 0)
        throw new Error(`SQS refused ${Failed.length} of ${Entries.length} tasks: ${Failed[0]?.Code}`);
    }
  };
}
