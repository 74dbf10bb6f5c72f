import type { SQSClient } from "@aws-sdk/client-sqs";
import type { LocalQueueAddresses } from "../create-queues.ts";
import { queueDepth } from "../queue-depth.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import type { LocalRoute } from "./local-gateway.ts";

/** GET /dev/queues: what each queue holds, its dead letters, and how often the end of the table's changes was reached. */
export function queuesRoute(client: SQSClient, addresses: LocalQueueAddresses, timesAtEnd: () => number): LocalRoute {
  return {
    path: "/dev/queues",
    async answer() {
      const items = Object.entries(addresses).map(async ([name, { url, deadLetters }]) => ({
        name,
        ...(await queueDepth(client, url)),
        deadLetters: (await queueDepth(client, deadLetters.url)).visible,
      }));
      return jsonAnswer(200, { items: await Promise.all(items), timesAtEndOfChanges: timesAtEnd() });
    },
  };
}
