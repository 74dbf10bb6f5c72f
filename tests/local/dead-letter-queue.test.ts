import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deadLetterQueue } from "#local/dead-letters/dead-letter-queue";
import { sqsPump } from "#local/pumps/sqs-pump";
import { queueDepth } from "#local/queue-depth";
import { localQueues, silentLogger, until } from "./local-queues.ts";

let local: Awaited<ReturnType<typeof localQueues>>;
beforeAll(async () => {
  local = await localQueues();
});
afterAll(() => local.stop());

const inbound = () => local.queues.inbound;
const dead = () => deadLetterQueue(local.client, inbound().deadLetters.url, inbound().url);

function pumped(handler: (bodies: readonly string[]) => void) {
  return sqsPump({
    client: local.client,
    queueUrl: inbound().url,
    queueArn: inbound().arn,
    region: "local",
    handler: async ({ Records }) => {
      handler(Records.map(({ body, attributes }) => `${attributes.MessageGroupId} ${body}`));
      return undefined;
    },
    batchSize: 10,
    concurrency: 1,
    retryAfterSeconds: () => 0,
    logger: silentLogger,
  });
}

it("what failed five times is shown, put back, and then worked on, although the queue has seen it minutes ago", async () => {
  await local.send("inbound", "hello", "group-1");
  const failing = pumped(() => {
    throw new Error("not yet");
  });
  await until(async () => (await queueDepth(local.client, inbound().deadLetters.url)).visible === 1);
  await failing.stop();

  expect((await dead().show()).map(({ Body }) => Body)).toEqual(["hello"]);
  expect((await dead().show()).map(({ Body }) => Body)).toEqual(["hello"]);
  expect(await dead().redrive()).toBe(1);
  expect(await dead().show()).toEqual([]);

  const worked: string[] = [];
  const working = pumped((bodies) => worked.push(...bodies));
  await until(() => worked.length > 0);
  await working.stop();
  expect(worked).toEqual(["group-1 hello"]);
});

it("puts back all messages of a conversation, in their order", async () => {
  const { url: QueueUrl } = inbound().deadLetters;
  for (const body of ["1", "2", "3"]) {
    const ids = { MessageGroupId: "group-2", MessageDeduplicationId: `dead-${body}` };
    await local.client.send(new SendMessageCommand({ QueueUrl, MessageBody: body, ...ids }));
  }
  expect(await dead().redrive()).toBe(3);
  const worked: string[] = [];
  const working = pumped((bodies) => worked.push(...bodies));
  await until(() => worked.length === 3);
  await working.stop();
  expect(worked).toEqual(["group-2 1", "group-2 2", "group-2 3"]);
});
