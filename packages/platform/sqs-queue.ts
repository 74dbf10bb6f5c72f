import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { queueId } from "#platform/queue-id";

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
