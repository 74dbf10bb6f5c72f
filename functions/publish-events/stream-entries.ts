import type { AttributeValue as Attribute } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import type { Logger } from "#platform/logger";

export interface StreamEntriesDependencies {
  readonly publish: (entry: LedgerEntry) => Promise<void>;
  /** Takes a ledger entry that cannot be read out of the way: a poison record would block its shard for a day. */
  readonly quarantine: (record: { body: string; reason: string }) => Promise<void>;
  readonly logger: Logger;
}

/**
 * The ledger entries among the table's changes, in the order of the stream.
 *
 * At the first failure the rest of the batch is given back: entries of one ticket stay in order, and telling twice
 * what was told is harmless.
 */
export function streamEntries({ publish, quarantine, logger }: StreamEntriesDependencies) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      if (!isNewEntry(record)) continue;
      try {
        await publishRecord(record, publish, quarantine);
      } catch (error) {
        logger.error("entry not published", { error });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

function isNewEntry({ eventName, dynamodb }: DynamoDBRecord): boolean {
  return eventName === "INSERT" && dynamodb?.Keys?.["sk"]?.S?.startsWith("E#") === true;
}

async function publishRecord(
  { dynamodb }: DynamoDBRecord,
  publish: StreamEntriesDependencies["publish"],
  quarantine: StreamEntriesDependencies["quarantine"],
): Promise<void> {
  const item = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, Attribute>);
  const entry = ledgerEntrySchema.safeParse(item);
  if (entry.success) return publish(entry.data);
  const places = entry.error.issues.map(({ path }) => path.join(".")).join(", ");
  await quarantine({ body: JSON.stringify(item), reason: `a ledger entry that cannot be read at ${places}` });
}
