import { SQSClient } from "@aws-sdk/client-sqs";
import { startFauxqs } from "fauxqs";
import { type DueTimer, dueTimerSchema } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { createQueues } from "#local/create-queues";
import { sqsPump } from "#local/pumps/sqs-pump";
import { eachRecord } from "#platform/each-record";
import { jsonLogger } from "#platform/logger";
import { sqsTaskQueue } from "#platform/sqs-queue";
import { ring } from "#sla/ring";
import { sweep } from "#sla/sweep";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { fireClocks } from "#tickets/fire-clocks";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { openingScene } from "../open-ticket/opening-scene.ts";
import { atMost, type Measure } from "../report/measure.ts";
import { dueTickets } from "./due-tickets.ts";

const region = "ap-southeast-1";
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const SWEEP_EVERY_MS = 60_000;
/** A queue may hand out a message more than once: each tenth timer comes twice. */
const TWICE_EVERY = 10;
const PATIENCE_MS = 600_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * As many tickets as the goal names, all with a clock that rings in the same minute: from the first sweep until the last
 * ring is in its ledger, through the queue and the worker that are deployed, on DynamoDB Local and a local SQS.
 */
export async function clocksOfOneMinute(at: FreshTable, tickets: number): Promise<Measure[]> {
  const scene = openingScene();
  const due = await dueTickets(at, tickets, scene);
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: region });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const sqs = new SQSClient({ endpoint, region, credentials });
  const queue = (await createQueues(sqs, endpoint, 120))["sla-due"];
  const now = () => due.at;
  const logger = jsonLogger((line) => void process.stderr.write(`${line}\n`), now);
  const store = dynamoTicketStore(at.client, at.table);
  const { rules, follow } = scene.rules;
  let fired = 0;
  const handler = eachRecord({
    schema: dueTimerSchema,
    logger,
    work: async ({ ticketId }) => {
      const dependencies = {
        tickets: store,
        ring: (ticket: Ticket, when: Date) => ring(ticket, when, rules),
        follow,
        now,
      };
      if ((await fireClocks(ticketId, dependencies)).length > 0) fired++;
    },
  });
  const pump = sqsPump({
    client: sqs,
    queueUrl: queue.url,
    queueArn: queue.arn,
    region,
    batchSize: 10,
    concurrency: 8,
    handler,
    logger,
  });
  const send = sqsTaskQueue<DueTimer>(sqs, queue.url);
  const tasks = (timers: readonly DueTimer[]) => timers.map((body) => ({ body, group: body.ticketId }));
  const enqueue = async (timers: readonly DueTimer[]) => {
    await send(tasks(timers));
    await send(tasks(timers.filter((_, index) => index % TWICE_EVERY === 0)));
  };
  const startedAt = performance.now();
  while (fired < tickets && performance.now() - startedAt < PATIENCE_MS) {
    await sweep(timerShards, dynamoDuePage(at.client, at.table), enqueue, due.at);
    const until = performance.now() + SWEEP_EVERY_MS;
    while (fired < tickets && performance.now() < until) await pause(20);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await pump.stop();
  await server.stop();
  const name = `${tickets.toLocaleString("en")} clocks due in one minute`;
  const { once, twice } = await due.count();
  return [
    atMost({ name: `${name}, all fired after`, value: seconds, unit: "s" }, 60),
    atMost({ name: `${name}, not fired`, value: tickets - once - twice, unit: "tickets" }, 0),
    atMost({ name: `${name}, fired twice`, value: twice, unit: "tickets" }, 0),
  ];
}
