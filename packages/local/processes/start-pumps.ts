import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Logger } from "#platform/logger";
import type { LocalQueueAddresses } from "../create-queues.ts";
import { durationMs } from "../duration-ms.ts";
import { invoke } from "../http/invoke.ts";
import type { loadHandlers } from "../load-handlers.ts";
import { type LocalQueueName, localNames } from "../local-names.ts";
import { bucketPump, toldObjectsSchema } from "../pumps/bucket-pump.ts";
import { keptJson } from "../pumps/kept-json.ts";
import type { Pump } from "../pumps/pump.ts";
import { schedulePump } from "../pumps/schedule-pump.ts";
import { sqsPump } from "../pumps/sqs-pump.ts";
import { streamCheckpoints } from "../pumps/stream-checkpoints.ts";
import { type StreamPump, streamPump } from "../pumps/stream-pump.ts";

export interface PumpDependencies {
  readonly handlers: Awaited<ReturnType<typeof loadHandlers>>;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly queue: LocalQueueAddresses;
  readonly streamArn: string;
  readonly folder: string;
  readonly sweepEvery: string;
  readonly region: string;
  readonly logger: Logger;
}

export interface Pumps {
  /** Begin new work: schedule and bucket. */
  readonly sources: readonly Pump[];
  /** Carry on what was begun. */
  readonly queues: readonly Pump[];
  readonly changes: StreamPump;
}

/**
 * Seconds until a failed message comes again on this machine: 1, 2, 4, 8. Deployed it is the queue's visibility
 * timeout; people who try things out do not want to wait for that.
 */
const soon = (receiveCount: number): number => 2 ** (receiveCount - 1);

/** A vendor that fails once is tried again soon; one that is down gets more time before the attempts are used up. */
const vendorRetry = (receiveCount: number): number => [2, 10, 30][receiveCount - 1] ?? 30;

/** Starts everything that calls functions without a citizen waiting: queues, the table's changes, schedule, bucket. */
export function startPumps(dependencies: PumpDependencies): Pumps {
  const { handlers, s3, streamArn, folder, sweepEvery, logger } = dependencies;
  return {
    queues: [
      queuePump("inbound", "open-ticket", { concurrency: 4, retryAfterSeconds: soon }, dependencies),
      queuePump("sla-due", "fire-sla", { concurrency: 2, retryAfterSeconds: soon }, dependencies),
      queuePump("outbound", "send-message", { concurrency: 2, retryAfterSeconds: vendorRetry }, dependencies),
    ],
    changes: streamPump({
      client: new DynamoDBStreamsClient({}),
      streamArn,
      handler: (event) => invoke("publish-events", handlers["publish-events"], event) as Promise<undefined>,
      checkpoints: streamCheckpoints(join(folder, "stream.json")),
      batchSize: 100,
      idleMs: 100,
      logger,
    }),
    sources: [
      schedulePump({
        name: "sweep-sla",
        everyMs: durationMs(sweepEvery),
        run: () => invoke("sweep-sla", handlers["sweep-sla"], {}),
        logger,
      }),
      bucketPump({
        client: s3,
        bucket: localNames.transcripts,
        handler: (event) => invoke("read-transcript", handlers["read-transcript"], event),
        told: keptJson(join(folder, "read-transcripts.json"), toldObjectsSchema, {}),
        everyMs: 1000,
        logger,
      }),
    ],
  };
}

function queuePump(
  name: LocalQueueName,
  functionName: "open-ticket" | "fire-sla" | "send-message",
  options: { concurrency: number; retryAfterSeconds?: (receiveCount: number) => number },
  { handlers, sqs, queue, region, logger }: PumpDependencies,
): Pump {
  const { url: queueUrl, arn: queueArn } = queue[name];
  return sqsPump({
    client: sqs,
    queueUrl,
    queueArn,
    region,
    batchSize: 10,
    handler: (event) => invoke(functionName, handlers[functionName], event) as Promise<undefined>,
    logger,
    ...options,
  });
}
