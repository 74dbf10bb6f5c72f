import type { Server } from "node:http";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { documentClient } from "#platform/dynamo-client";
import { environment } from "#platform/environment";
import { jsonLogger } from "#platform/logger";
import { dynamoTold } from "../dynamo-told.ts";
import { devKey } from "../http/dev-key.ts";
import { healthRoute } from "../http/health-route.ts";
import { localGateway } from "../http/local-gateway.ts";
import { localRoutes } from "../http/local-routes.ts";
import { outboxRoute } from "../http/outbox-route.ts";
import { queuesRoute } from "../http/queues-route.ts";
import { startPageRoute } from "../http/start-page-route.ts";
import { tokenRoute } from "../http/token-route.ts";
import { loadHandlers } from "../load-handlers.ts";
import { queueAddressesSchema } from "../run-file.ts";
import { warmUp } from "../warm-up.ts";
import { listen } from "./listen.ts";
import { type ChildWork, runChild } from "./run-child.ts";
import { runEmpty } from "./run-empty.ts";
import { startPumps } from "./start-pumps.ts";

/** How long Ctrl-C waits for the queues; what is left after it is on disk and goes on at the next start. */
const DRAIN_PATIENCE_MS = 20_000;

const now = () => new Date();
const logger = jsonLogger((line) => process.stdout.write(`${line}\n`), now);

async function startFunctions(): Promise<ChildWork> {
  const env = environment({
    PORT: z.coerce.number(),
    AWS_REGION: z.string(),
    SWEEP_EVERY: z.string(),
    TICKET_TABLE: z.string(),
    LOCAL_FOLDER: z.string(),
    LOCAL_VENDORS_URL: z.string(),
    LOCAL_STREAM_ARN: z.string(),
    LOCAL_QUEUES: z.string().transform((text) => queueAddressesSchema.parse(JSON.parse(text))),
  });
  const handlers = await loadHandlers();
  await warmUp(handlers);
  const sqs = new SQSClient({});
  const s3 = new S3Client({ forcePathStyle: true });
  const key = await devKey(join(env.LOCAL_FOLDER, "dev-key.json"));
  const pumps = startPumps({
    handlers,
    sqs,
    s3,
    queue: env.LOCAL_QUEUES,
    streamArn: env.LOCAL_STREAM_ARN,
    folder: env.LOCAL_FOLDER,
    sweepEvery: env.SWEEP_EVERY,
    region: env.AWS_REGION,
    logger,
  });
  const { timesAtEnd } = pumps.changes;
  const routes = [
    healthRoute(now(), now),
    tokenRoute(key),
    outboxRoute(env.LOCAL_VENDORS_URL, dynamoTold(documentClient(), env.TICKET_TABLE)),
    queuesRoute(sqs, env.LOCAL_QUEUES, timesAtEnd),
    startPageRoute,
    ...localRoutes(handlers, key.publicKeys, now, logger),
  ];
  const servers = await listen(() => localGateway(routes, logger), env.PORT);
  return {
    async drain() {
      await Promise.all([...servers.map(close), ...pumps.sources.map((pump) => pump.stop())]);
      await runEmpty(sqs, env.LOCAL_QUEUES, timesAtEnd, DRAIN_PATIENCE_MS);
      await Promise.all([...pumps.queues, pumps.changes].map((pump) => pump.stop()));
    },
  };
}

/** Takes no new call and waits for those that are being answered. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** The "Lambdas": all functions, their HTTP API and whatever calls them, in one process that may die at any moment. */
await runChild(startFunctions);
