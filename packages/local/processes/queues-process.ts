import { startFauxqs } from "fauxqs";
import * as z from "zod";
import { environment } from "#platform/environment";
import { runChild } from "./run-child.ts";

const { QUEUES_PORT, QUEUES_FOLDER, AWS_REGION, DYNAMODB_PID } = environment({
  QUEUES_PORT: z.coerce.number(),
  QUEUES_FOLDER: z.string(),
  AWS_REGION: z.string(),
  DYNAMODB_PID: z.coerce.number().optional(),
});

/**
 * The local SQS and S3. Each message is on disk before the sender hears that it was taken, so that neither a crash
 * nor a restart loses what was accepted.
 *
 * Ends DynamoDB Local as well when the parent is gone: Java cannot see that by itself.
 */
await runChild(async () => {
  const server = await startFauxqs({
    port: QUEUES_PORT,
    logger: false,
    host: "localhost",
    defaultRegion: AWS_REGION,
    dataDir: QUEUES_FOLDER,
  });
  return { drain: () => server.stop() };
}, DYNAMODB_PID);
