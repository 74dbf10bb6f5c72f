import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import type { Logger } from "#platform/logger";

export interface RecordContext {
  /** How often SQS has handed out this message, this time included. */
  readonly receiveCount: number;
  readonly messageId: string;
}

export interface EachRecordOptions<T> {
  readonly schema: z.ZodType<T>;
  readonly work: (value: T, context: RecordContext) => Promise<void>;
  readonly logger: Logger;
  /** Takes what will never be readable out of the queue for good; without it such a record counts as failed. */
  readonly quarantine?: (record: { body: string; reason: string; messageId: string }) => Promise<void>;
}

/**
 * Works through a batch of an SQS queue and returns only what failed.
 *
 * On a FIFO queue a failure also returns the later records of its group, untouched, so that order holds; other
 * groups go on. Records of different groups run side by side, those of one group one after the other.
 */
export function eachRecord<T>(options: EachRecordOptions<T>): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const groups = Map.groupBy(Records, (record) => fifoGroup(record) ?? record.messageId);
    const failed = await Promise.all([...groups.values()].map((records) => workThrough(records, options)));
    return { batchItemFailures: failed.flat().map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

/** A standard queue's fair-queue group promises no order; only a FIFO record has a sequence number. */
function fifoGroup({ attributes }: SQSRecord): string | undefined {
  return attributes.SequenceNumber === undefined ? undefined : attributes.MessageGroupId;
}

async function workThrough<T>(records: readonly SQSRecord[], options: EachRecordOptions<T>): Promise<string[]> {
  for (const [index, record] of records.entries()) {
    try {
      await workOn(record, options);
    } catch (error) {
      options.logger.error("record failed", { messageId: record.messageId, error });
      return records.slice(index).map(({ messageId }) => messageId);
    }
  }
  return [];
}

async function workOn<T>(record: SQSRecord, { schema, work, quarantine }: EachRecordOptions<T>): Promise<void> {
  const { body, messageId, attributes } = record;
  const read = schema.safeParse(jsonOf(body));
  if (read.success) return work(read.data, { messageId, receiveCount: Number(attributes.ApproximateReceiveCount) });
  if (quarantine === undefined) throw new TypeError("The record does not have the form this queue carries");
  await quarantine({ body, messageId, reason: "not the form this queue carries" });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
