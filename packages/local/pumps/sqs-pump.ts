import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { Logger } from "#platform/logger";
import { failedRecords } from "./failed-records.ts";
import { type Pump, runLoops } from "./pump.ts";
import { sqsRecord } from "./sqs-record.ts";

export interface SqsPumpOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly region: string;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse | undefined>;
  /** Most records in one call of the function. */
  readonly batchSize: number;
  /** Batches worked on side by side. On a FIFO queue they are always of different groups. */
  readonly concurrency: number;
  /**
   * Seconds until a failed message is handed out again, by how often it was already. Lambda itself waits for the
   * queue's visibility timeout; undefined does so too.
   */
  readonly retryAfterSeconds?: (receiveCount: number) => number | undefined;
  readonly logger: Logger;
}

/** Short, so that a stop waits no longer than this; a message that arrives meanwhile ends the wait at once. */
const LONG_POLL_SECONDS = 1;

/** Carries a queue's messages to a function as Lambda's event source mapping does, partial failures included. */
export function sqsPump(options: SqsPumpOptions): Pump {
  const loops = Array.from({ length: options.concurrency }, () => () => oneBatch(options));
  return runLoops(loops, (error) => options.logger.error("queue out of reach", { error }));
}

async function oneBatch({ client, queueUrl: QueueUrl, batchSize, ...options }: SqsPumpOptions): Promise<void> {
  const received = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: LONG_POLL_SECONDS,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    }),
  );
  const messages = received.Messages ?? [];
  if (messages.length === 0) return;
  const failed = await failuresOf(messages, options);
  const [back, done] = [true, false].map((isFailed) =>
    messages.filter(({ MessageId }) => failed.has(MessageId ?? "") === isFailed),
  );
  await remove(client, QueueUrl, done ?? []);
  await giveBack(client, QueueUrl, back ?? [], options.retryAfterSeconds);
}

async function failuresOf(
  messages: readonly Message[],
  { handler, queueArn, region, logger }: Pick<SqsPumpOptions, "handler" | "queueArn" | "region" | "logger">,
): Promise<ReadonlySet<string>> {
  const Records = messages.map((message) => sqsRecord(message, queueArn, region));
  const identifiers = Records.map(({ messageId }) => messageId);
  try {
    return failedRecords(await handler({ Records }), identifiers);
  } catch (error) {
    logger.error("batch failed", { source: queueArn.split(":").at(-1) ?? queueArn, count: messages.length, error });
    return new Set(identifiers);
  }
}

async function remove(client: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const Entries = messages.map(({ ReceiptHandle = "" }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
}

async function giveBack(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Message[],
  retryAfterSeconds: SqsPumpOptions["retryAfterSeconds"],
): Promise<void> {
  const Entries = messages.flatMap(({ ReceiptHandle = "", Attributes = {} }, index) => {
    const VisibilityTimeout = retryAfterSeconds?.(Number(Attributes.ApproximateReceiveCount ?? 1));
    return VisibilityTimeout === undefined ? [] : [{ Id: String(index), ReceiptHandle, VisibilityTimeout }];
  });
  if (Entries.length > 0) await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
}
