import type { DynamoDBStreamsClient, Shard } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { Logger } from "#platform/logger";
import type { KeptJson } from "./kept-json.ts";
import { type Pump, pause, runLoops } from "./pump.ts";
import { shardReader } from "./shard-reader.ts";
import type { StreamCheckpoints } from "./stream-checkpoints.ts";
import { readableShards, streamShards } from "./stream-shards.ts";

export interface StreamPumpOptions {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;
  readonly checkpoints: KeptJson<StreamCheckpoints>;
  readonly batchSize: number;
  readonly idleMs: number;
  readonly logger: Logger;
}

export interface StreamPump extends Pump {
  /** How often the end of the stream was reached: twice more than before means that all older changes were told. */
  readonly timesAtEnd: () => number;
}

/** Looking for new shards is dearer than reading the known ones, and a shard that ends makes us look at once. */
const PASSES_PER_LOOK = 50;

/** Carries a table's changes to a function as Lambda's event source mapping does: in order, parents first. */
export function streamPump(options: StreamPumpOptions): StreamPump {
  const { client, streamArn, idleMs, logger } = options;
  const reader = shardReader(options);
  let known: readonly Shard[] = [];
  let passes = 0;
  let atEnd = 0;
  const onePass = async (stopped: AbortSignal) => {
    if (passes++ % PASSES_PER_LOOK === 0) known = await streamShards(client, streamArn);
    const outcomes = [];
    for (const shard of readableShards(known, reader.positions())) outcomes.push(await reader.readOnce(shard, stopped));
    if (outcomes.includes("finished")) passes = 0;
    if (outcomes.some((outcome) => outcome !== "nothing new")) return;
    atEnd += 1;
    await pause(idleMs, stopped);
  };
  const pump = runLoops([onePass], (error) => {
    reader.forgetIterators();
    passes = 0;
    logger.error("stream out of reach", { error });
  });
  return { ...pump, timesAtEnd: () => atEnd };
}
