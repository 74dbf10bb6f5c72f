import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { DueTimer } from "#contracts/outbound-message";
import { documentClient } from "#platform/dynamo-client";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { settings } from "#platform/secret-settings";
import { sqsTaskQueue } from "#platform/sqs-queue";
import { sweep } from "#sla/sweep";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { provinceRules } from "../province-rules.ts";
import { tellingSettings, tellingWiring } from "../telling-wiring.ts";

const read = settings({ ...tellingSettings, SLA_DUE_QUEUE_URL: z.url() });
const [client, sqs] = [documentClient(), new SQSClient({})];

const worker = lazily(async () => {
  const env = await read();
  const { outbox, storm, enqueueAll } = tellingWiring(client, sqs, env, provinceRules(env.PROVINCE));
  const send = sqsTaskQueue<DueTimer>(sqs, env.SLA_DUE_QUEUE_URL);
  const enqueue = (timers: readonly DueTimer[]) => send(timers.map((body) => ({ body, group: body.ticketId })));
  return async (now: Date): Promise<void> => {
    const { enqueued, oldestDueLagMs } = await sweep(
      timerShards,
      dynamoDuePage(client, env.TICKET_TABLE),
      enqueue,
      now,
    );
    metrics.milliseconds("sla.sweep.lag", oldestDueLagMs);
    const waiting = [...(await outbox.releaseHeld(now)), ...(await storm.flushDigests(now))];
    await enqueueAll(waiting);
    logger.info("swept", { count: enqueued + waiting.length });
  };
});

/** Each minute: which clocks ring, which held messages and digests are due? It only enqueues. */
export const handler = async (): Promise<void> => (await worker())(new Date());
