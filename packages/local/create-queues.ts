import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  QueueNameExists,
  SetQueueAttributesCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { type LocalQueueName, localQueues, MAX_RECEIVE_COUNT } from "./local-names.ts";

export interface QueueAddress {
  readonly url: string;
  readonly arn: string;
}
export type QueueWithDeadLetters = QueueAddress & { readonly deadLetters: QueueAddress };
export type LocalQueueAddresses = Readonly<Record<LocalQueueName, QueueWithDeadLetters>>;

/** Two weeks, as deployed: long enough for a person to come back from leave. */
const DEAD_LETTER_RETENTION_SECONDS = 14 * 86_400;

/** Makes all queues with their dead-letter queues; those that are there already only get today's settings. */
export async function createQueues(
  client: SQSClient,
  endpoint: string,
  visibilitySeconds: number,
): Promise<LocalQueueAddresses> {
  const addresses: Partial<Record<LocalQueueName, QueueWithDeadLetters>> = {};
  for (const queue of Object.keys(localQueues) as LocalQueueName[]) {
    const { name, deadLetters: deadName, isFifo } = localQueues[queue];
    const fifo: Record<string, string> = isFifo ? { FifoQueue: "true" } : {};
    const retention = { MessageRetentionPeriod: String(DEAD_LETTER_RETENTION_SECONDS) };
    const deadLetters = await createQueue(client, endpoint, deadName, { ...fifo, ...retention });
    const redrive = { deadLetterTargetArn: deadLetters.arn, maxReceiveCount: MAX_RECEIVE_COUNT };
    const main = await createQueue(client, endpoint, name, {
      ...fifo,
      ...(isFifo ? { DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" } : {}),
      VisibilityTimeout: String(visibilitySeconds),
      MaximumMessageSize: String(1024 * 1024),
      RedrivePolicy: JSON.stringify(redrive),
    });
    addresses[queue] = { ...main, deadLetters };
  }
  return addresses as LocalQueueAddresses;
}

/** An emulator's own URLs may name hosts that only some machines can resolve: the path is theirs, the host is ours. */
async function createQueue(
  client: SQSClient,
  endpoint: string,
  QueueName: string,
  Attributes: Record<string, string>,
): Promise<QueueAddress> {
  const url = await client.send(new CreateQueueCommand({ QueueName, Attributes })).then(
    ({ QueueUrl = "" }) => new URL(new URL(QueueUrl).pathname, endpoint).href,
    async (error: unknown) => {
      if (!(error instanceof QueueNameExists)) throw error;
      const QueueUrl = new URL(`/000000000000/${QueueName}`, endpoint).href;
      const { FifoQueue: _, ...changeable } = Attributes;
      await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: changeable }));
      return QueueUrl;
    },
  );
  const read = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn"] });
  const { Attributes: { QueueArn: arn = "" } = {} } = await client.send(read);
  return { url, arn };
}
