import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { startFauxqs } from "fauxqs";
import { createQueues, type LocalQueueAddresses } from "#local/create-queues";
import type { LocalQueueName } from "#local/local-names";
import { jsonLogger } from "#platform/logger";

const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/** A log that nobody reads. */
export const silentLogger = jsonLogger(
  () => {},
  () => new Date(0),
);

/** The real queues of the local system, empty, for one test file. */
export async function localQueues(visibilitySeconds = 30) {
  const server = await startFauxqs({ port: 0, logger: false, defaultRegion: "local" });
  const client = new SQSClient({ endpoint: server.address, region: "local", credentials });
  const queues: LocalQueueAddresses = await createQueues(client, server.address, visibilitySeconds);
  let sent = 0;
  return {
    client,
    queues,
    address: server.address,
    stop: () => server.stop(),
    send: (queue: LocalQueueName, body: string, group: string) => {
      const fifo = queue === "inbound" ? { MessageDeduplicationId: `${group}-${++sent}` } : {};
      const { url: QueueUrl } = queues[queue];
      return client.send(new SendMessageCommand({ QueueUrl, MessageBody: body, MessageGroupId: group, ...fifo }));
    },
  };
}

/** Resolves as soon as something holds; the test's own time-out is the limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
