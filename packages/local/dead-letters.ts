import { type Message, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { environment } from "#platform/environment";
import { deadLetterQueue } from "./dead-letters/dead-letter-queue.ts";
import { type LocalQueueName, localQueues } from "./local-names.ts";
import { queueDepth } from "./queue-depth.ts";
import { readRun } from "./run-file.ts";

const names = Object.keys(localQueues).join(", ");
const usage = `npm run dead-letters -- list             how many messages failed too often, for each queue
npm run dead-letters -- show <queue>      what they are
npm run dead-letters -- redrive <queue>   put them back to be tried again

Queues: ${names}
`;

const isQueue = (name: string | undefined): name is LocalQueueName => name !== undefined && name in localQueues;
const write = (line: string) => void process.stdout.write(`${line}\n`);

async function deadLetters([command, queue]: readonly string[]): Promise<number> {
  const run = readRun(environment({ DATA_DIR: z.string().default(".local") }).DATA_DIR);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SQSClient({ endpoint: run.queues, region: run.region, credentials });
  if (command === "list") {
    for (const [name, { deadLetters: letters }] of Object.entries(run.queue)) {
      write(`${name.padEnd(10)} ${(await queueDepth(client, letters.url)).visible}`);
    }
    return 0;
  }
  if (!isQueue(queue) || (command !== "show" && command !== "redrive")) {
    process.stderr.write(usage);
    return 2;
  }
  const { url, deadLetters: letters } = run.queue[queue];
  const dead = deadLetterQueue(client, letters.url, url);
  if (command === "redrive") {
    write(`${await dead.redrive()} put back to ${queue}`);
    return 0;
  }
  const { visible } = await queueDepth(client, letters.url);
  const shown = await dead.show();
  for (const message of shown) write(described(message));
  if (visible > shown.length) write(`and ${visible - shown.length} more behind them in the same groups`);
  return 0;
}

function described({ MessageId, Attributes = {}, Body = "" }: Message): string {
  const sentAt = new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString();
  const group = Attributes.MessageGroupId === undefined ? "" : `  group ${Attributes.MessageGroupId}`;
  return `${MessageId}  sent ${sentAt}${group}\n  ${Body}`;
}

process.exitCode = await deadLetters(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
