import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { failedRecords } from "./failed-records.ts";
import { pause } from "./pump.ts";
import type { StreamCheckpoints } from "./stream-checkpoints.ts";
import type { StreamPumpOptions } from "./stream-pump.ts";
import { dynamodbRecord } from "./stream-record.ts";

type Position = StreamCheckpoints["shards"][string];
type Outcome = "moved" | "failed" | "nothing new" | "finished";

/** Reads one stream's shards batch by batch and keeps its place in each. */
export interface ShardReader {
  readOnce(shard: string, stopped: AbortSignal): Promise<Outcome>;
  positions(): StreamCheckpoints["shards"];
  /** After an error, or 15 minutes: an iterator that has expired is asked for anew from the kept place. */
  forgetIterators(): void;
}

/** A batch that fails again and again waits up to this long; the shard waits with it, as on Lambda. */
const LONGEST_BACKOFF_MS = 5000;

export function shardReader(options: StreamPumpOptions): ShardReader {
  const { client, checkpoints, streamArn, batchSize } = options;
  const kept = checkpoints.read();
  let shards = kept.streamArn === streamArn ? kept.shards : {};
  const iterators = new Map<string, string | undefined>();
  let failures = 0;

  const keep = (shard: string, position: Position) => {
    shards = { ...shards, [shard]: { ...shards[shard], ...position } };
    checkpoints.write({ streamArn, shards });
  };

  const work = async (shard: string, records: readonly StreamRecord[], stopped: AbortSignal): Promise<Outcome> => {
    const done = await deliver(records, options);
    const last = records[done - 1]?.dynamodb?.SequenceNumber;
    if (last !== undefined) keep(shard, { after: last });
    failures = done === records.length ? 0 : failures + 1;
    if (failures === 0) return "moved";
    iterators.delete(shard);
    await pause(Math.min(LONGEST_BACKOFF_MS, 100 * 2 ** failures), stopped);
    return "failed";
  };

  return {
    positions: () => shards,
    forgetIterators: () => iterators.clear(),
    async readOnce(shard, stopped) {
      const ShardIterator = iterators.get(shard) ?? (await iteratorAfter(shard, shards[shard]?.after, options));
      const page = await client.send(new GetRecordsCommand({ ShardIterator, Limit: batchSize }));
      iterators.set(shard, page.NextShardIterator);
      const records = page.Records ?? [];
      const outcome = records.length === 0 ? "nothing new" : await work(shard, records, stopped);
      if (outcome === "failed" || page.NextShardIterator !== undefined) return outcome;
      keep(shard, { finished: true });
      return "finished";
    },
  };
}

async function iteratorAfter(ShardId: string, after: string | undefined, options: StreamPumpOptions) {
  const { client, streamArn: StreamArn, logger } = options;
  const get = async (place: Pick<GetShardIteratorCommandInput, "ShardIteratorType" | "SequenceNumber">) =>
    (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...place }))).ShardIterator;
  if (after === undefined) return get({ ShardIteratorType: "TRIM_HORIZON" });
  return get({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }).catch((error: unknown) => {
    if (!(error instanceof TrimmedDataAccessException)) throw error;
    logger.warn("the stream no longer holds what comes next, going on with the oldest it has");
    return get({ ShardIteratorType: "TRIM_HORIZON" });
  });
}

/** How many records, from the first on, were dealt with: all before the earliest one that failed. */
async function deliver(records: readonly StreamRecord[], { handler, streamArn, logger }: StreamPumpOptions) {
  const identifiers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? "");
  try {
    const answer = await handler({ Records: records.map((record) => dynamodbRecord(record, streamArn)) });
    const failed = failedRecords(answer, identifiers);
    const earliest = identifiers.findIndex((identifier) => failed.has(identifier));
    return earliest === -1 ? records.length : earliest;
  } catch (error) {
    logger.error("stream batch failed", { count: records.length, error });
    return 0;
  }
}
