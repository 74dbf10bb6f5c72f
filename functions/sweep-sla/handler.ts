import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { DueTimer } from "#contracts/outbound-message";
import { documentClient } from "#platform/dynamo-client";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { settings } from "#platform/secret-settings";
import { sqsTaskQueue } from "#platform/sqs-queue";
import { sweep } from "#sla/sweep";
import { daysKnownAhead } from "#sla/working-calendar";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { type ProvinceRules, provinceRules } from "../province-rules.ts";
import { tellingSettings, tellingWiring } from "../telling-wiring.ts";

const read = settings({ ...tellingSettings, SLA_DUE_QUEUE_URL: z.url() });
const [client, sqs] = [documentClient(), new SQSClient({})];

const worker = lazily(async () => {
  const env = await read();
  const rules = provinceRules(env.PROVINCE);
  const { outbox, storm, enqueueAll } = tellingWiring(client, sqs, env, rules);
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
    metrics.count("calendar.days-left", calendarDaysLeft(rules, now));
    const waiting = [...(await outbox.releaseHeld(now)), ...(await storm.flushDigests(now))];
    await enqueueAll(waiting);
    logger.info("swept", { count: enqueued + waiting.length });
  };
});

/** Days until the first calendar in use has no published notice any more. */
function calendarDaysLeft({ province, rules }: ProvinceRules, now: Date): number {
  return Math.min(
    ...province.calendars.calendars.filter(isInUse(province)).map(({ id }) => daysKnownAhead(rules.calendar(id), now)),
  );
}

/** A calendar that no agency keeps any more may end when it likes. */
const isInUse =
  ({ calendars, agencies }: ProvinceRules["province"]) =>
  ({ id }: { readonly id: string }) =>
    id === calendars.defaultCalendar || agencies.some(({ calendar }) => calendar === id);

/** Each minute: which clocks ring, which held messages and digests are due? It only enqueues. */
export const handler = async (): Promise<void> => (await worker())(new Date());
