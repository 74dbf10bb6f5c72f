import type { SQSEvent, SQSRecord } from "aws-lambda";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { LocalQueueName } from "#local/local-names";
import type { Pump } from "#local/pumps/pump";
import { type SqsPumpOptions, sqsPump } from "#local/pumps/sqs-pump";
import { queueDepth } from "#local/queue-depth";
import { localQueues, silentLogger, until } from "./local-queues.ts";

let local: Awaited<ReturnType<typeof localQueues>>;
let running: Pump[] = [];
beforeAll(async () => {
  local = await localQueues();
});
afterEach(async () => {
  await Promise.all(running.map((pump) => pump.stop()));
  running = [];
});
afterAll(() => local.stop());

/** Pumps a queue into a function that is told of one record at a time; a text it gives back is a failure. */
function pumped(queue: LocalQueueName, handler: SqsPumpOptions["handler"], rest: Partial<SqsPumpOptions> = {}) {
  const { url: queueUrl, arn: queueArn } = local.queues[queue];
  const pump = sqsPump({
    client: local.client,
    queueUrl,
    queueArn,
    region: "local",
    handler,
    batchSize: 10,
    concurrency: 2,
    retryAfterSeconds: () => 0,
    logger: silentLogger,
    ...rest,
  });
  running.push(pump);
  return pump;
}

const failing = (event: SQSEvent, fails: (record: SQSRecord) => boolean) => ({
  batchItemFailures: event.Records.filter(fails).map(({ messageId }) => ({ itemIdentifier: messageId })),
});

it("hands out again only the records of a batch that failed", async () => {
  const seen: string[] = [];
  for (const body of ["good-1", "bad", "good-2"]) await local.send("sla-due", body, body);
  pumped("sla-due", async (event) => {
    seen.push(...event.Records.map(({ body }) => body));
    return failing(event, ({ body, attributes }) => body === "bad" && attributes.ApproximateReceiveCount === "1");
  });
  await until(() => seen.filter((body) => body === "bad").length === 2);
  expect(seen.toSorted()).toEqual(["bad", "bad", "good-1", "good-2"]);
  await until(async () => (await queueDepth(local.client, local.queues["sla-due"].url)).inFlight === 0);
});

it("keeps a conversation's order when one of its messages fails, while other conversations go on", async () => {
  const seen: string[] = [];
  for (const body of ["a1", "a2", "a3"]) await local.send("inbound", body, "group-a");
  await local.send("inbound", "b1", "group-b");
  pumped("inbound", async (event) => {
    seen.push(...event.Records.map(({ body }) => body));
    return failing(event, ({ body, attributes }) => body === "a1" && Number(attributes.ApproximateReceiveCount) < 3);
  });
  await until(() => seen.includes("a3"));
  expect(seen.filter((body) => body.startsWith("a"))).toEqual(["a1", "a1", "a1", "a2", "a3"]);
  expect(seen.filter((body) => body === "b1")).toHaveLength(1);
});

it("puts a message aside after five attempts", async () => {
  let attempts = 0;
  await local.send("outbound", "poison", "vendor");
  pumped("outbound", async () => {
    attempts += 1;
    throw new Error("always");
  });
  const { deadLetters } = local.queues.outbound;
  await until(async () => (await queueDepth(local.client, deadLetters.url)).visible === 1);
  expect(attempts).toBe(5);
});

it("gives a function records as Lambda does", async () => {
  let record: SQSRecord | undefined;
  await local.send("inbound", '{"text":"đèn đường"}', "group-shape");
  pumped("inbound", async ({ Records }) => {
    record = Records[0];
    return undefined;
  });
  await until(() => record !== undefined);
  expect(record).toMatchObject({
    messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    receiptHandle: expect.any(String),
    body: '{"text":"đèn đường"}',
    attributes: {
      ApproximateReceiveCount: "1",
      MessageGroupId: "group-shape",
      MessageDeduplicationId: expect.any(String),
      SequenceNumber: expect.stringMatching(/^\d+$/),
      SentTimestamp: expect.stringMatching(/^\d{13}$/),
    },
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: local.queues.inbound.arn,
  });
});

it("waits for a batch that is being worked on before it stops", async () => {
  const release = Promise.withResolvers<undefined>();
  let started = false;
  let finished = false;
  await local.send("sla-due", "slow", "slow");
  const pump = pumped("sla-due", async () => {
    started = true;
    await release.promise;
    finished = true;
    return undefined;
  });
  await until(() => started);
  const stopped = pump.stop().then(() => finished);
  release.resolve(undefined);
  expect(await stopped).toBe(true);
});
