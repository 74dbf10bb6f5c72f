import { ListObjectsV2Command, type S3Client, type _Object as StoredObject } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";
import * as z from "zod";
import type { Logger } from "#platform/logger";
import type { KeptJson } from "./kept-json.ts";
import { type Pump, pause, runLoops } from "./pump.ts";
import { s3Event } from "./s3-event.ts";

/** The objects a function has been told of, by key: the content it was told of. */
export const toldObjectsSchema = z.record(z.string(), z.string());
type ToldObjects = z.infer<typeof toldObjectsSchema>;

export interface BucketPumpOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly handler: (event: S3Event) => Promise<unknown>;
  readonly told: KeptJson<ToldObjects>;
  readonly everyMs: number;
  readonly logger: Logger;
}

/** Lambda calls a function that was called by S3 twice more when it fails, and then gives the event up. */
const ATTEMPTS = 3;

/** Tells a function of each object put into a bucket. The local S3 sends no notifications, so this one looks. */
export function bucketPump(options: BucketPumpOptions): Pump {
  const told = new Map(Object.entries(options.told.read()));
  const attempts = new Map<string, number>();
  const once = async (stopped: AbortSignal) => {
    for await (const object of objectsIn(options.client, options.bucket)) {
      if (stopped.aborted) return;
      if (told.get(object.Key ?? "") !== contentOf(object)) await tell(object, told, attempts, options);
    }
    await pause(options.everyMs, stopped);
  };
  return runLoops([once], (error) => options.logger.error("bucket out of reach", { error }));
}

async function* objectsIn(client: S3Client, Bucket: string): AsyncGenerator<StoredObject> {
  let ContinuationToken: string | undefined;
  do {
    const page = { Bucket, ...(ContinuationToken === undefined ? {} : { ContinuationToken }) };
    const { Contents = [], NextContinuationToken } = await client.send(new ListObjectsV2Command(page));
    yield* Contents;
    ContinuationToken = NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

const contentOf = ({ ETag = "", LastModified }: StoredObject): string => `${ETag} ${LastModified?.toISOString() ?? ""}`;

async function tell(
  object: StoredObject,
  told: Map<string, string>,
  attempts: Map<string, number>,
  { bucket, handler, told: kept, logger }: BucketPumpOptions,
): Promise<void> {
  const key = object.Key ?? "";
  const content = contentOf(object);
  const attempt = (attempts.get(`${key} ${content}`) ?? 0) + 1;
  if (attempt > ATTEMPTS) return;
  attempts.set(`${key} ${content}`, attempt);
  try {
    await handler(s3Event(bucket, object));
    told.set(key, content);
    kept.write(Object.fromEntries(told));
  } catch (error) {
    logger.error("object not read", { source: bucket, count: attempt, error });
  }
}
