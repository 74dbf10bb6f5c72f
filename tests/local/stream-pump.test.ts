import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { readyTable } from "#local/dynamo-ready-table";
import type { DynamoEngine } from "#local/engines/dynamo-engine";
import { startDynamo } from "#local/engines/start-dynamo";
import { streamCheckpoints } from "#local/pumps/stream-checkpoints";
import { type StreamPump, type StreamPumpOptions, streamPump } from "#local/pumps/stream-pump";
import { documentClient } from "#platform/dynamo-client";
import { silentLogger, until } from "./local-queues.ts";

const TableName = "changes";
const folder = mkdtempSync(join(tmpdir(), "stream-"));
let engine: DynamoEngine;
let client: DynamoDBDocumentClient;
let streams: DynamoDBStreamsClient;
let streamArn: string;
let pumps: StreamPump[] = [];

beforeAll(async () => {
  engine = await startDynamo(undefined);
  const { endpoint } = engine;
  const settings = { endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  client = documentClient(settings);
  streams = new DynamoDBStreamsClient(settings);
  streamArn = await readyTable(client, TableName);
});
afterEach(async () => {
  await Promise.all(pumps.map((pump) => pump.stop()));
  pumps = [];
});
afterAll(() => engine.process.kill("SIGKILL"));

const put = (pk: string, word: string) => client.send(new PutCommand({ TableName, Item: { pk, sk: "A", word } }));
const wordOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.NewImage?.["word"]?.S ?? "deleted";
const checkpointsOf = (name: string) => streamCheckpoints(join(folder, `${name}.json`));

function pumped(name: string, handler: StreamPumpOptions["handler"]): StreamPump {
  const checkpoints = checkpointsOf(name);
  const pump = streamPump({
    client: streams,
    streamArn,
    handler,
    checkpoints,
    batchSize: 5,
    idleMs: 20,
    logger: silentLogger,
  });
  pumps.push(pump);
  return pump;
}

/** A pump that begins after everything the earlier tests wrote. */
async function atTheEnd(name: string): Promise<void> {
  const pump = pumped(name, async () => undefined);
  await until(() => pump.timesAtEnd() > 0);
  await pump.stop();
}

const collectInto = (records: DynamoDBRecord[]) => async (event: DynamoDBStreamEvent) => {
  records.push(...event.Records);
  return undefined;
};

it("tells every change in order, with the item before and after", async () => {
  const records: DynamoDBRecord[] = [];
  await put("item", "first");
  await put("item", "second");
  await client.send(new DeleteCommand({ TableName, Key: { pk: "item", sk: "A" } }));
  pumped("order", collectInto(records));
  await until(() => records.length === 3);
  expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY", "REMOVE"]);
  expect(records[1]).toMatchObject({
    eventSource: "aws:dynamodb",
    eventSourceARN: streamArn,
    dynamodb: {
      Keys: { pk: { S: "item" }, sk: { S: "A" } },
      OldImage: { word: { S: "first" } },
      NewImage: { word: { S: "second" } },
      SequenceNumber: expect.stringMatching(/^\d+$/),
      ApproximateCreationDateTime: expect.any(Number),
    },
  });
});

it("goes back to the record that failed, and does not repeat those before it", async () => {
  await atTheEnd("failure");
  const seen: string[] = [];
  let hasFailed = false;
  for (const word of ["one", "two", "three"]) await put("partial", word);
  pumped("failure", async ({ Records }) => {
    for (const record of Records) {
      seen.push(wordOf(record));
      if (wordOf(record) !== "two" || hasFailed) continue;
      hasFailed = true;
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
    }
    return undefined;
  });
  await until(() => seen.includes("three"));
  expect(seen).toEqual(["one", "two", "two", "three"]);
});

it("repeats a batch whose function threw until it succeeds", async () => {
  await atTheEnd("throws");
  let attempts = 0;
  await put("thrown", "word");
  const pump = pumped("throws", async () => {
    attempts += 1;
    if (attempts < 3) throw new Error("not yet");
    return undefined;
  });
  await until(() => pump.timesAtEnd() > 0);
  expect(attempts).toBe(3);
});

it("goes on after a restart where it was, and repeats what a crash left unrecorded", async () => {
  await atTheEnd("restart");
  const before: DynamoDBRecord[] = [];
  await put("restart", "done");
  const first = pumped("restart", collectInto(before));
  await until(() => before.length === 1);
  await first.stop();
  const kept = checkpointsOf("restart").read();

  await put("restart", "told, then the process died");
  const died = pumped("restart", collectInto([]));
  await until(() => died.timesAtEnd() > 0);
  await died.stop();
  checkpointsOf("restart").write(kept);

  const after: DynamoDBRecord[] = [];
  pumped("restart", collectInto(after));
  await until(() => after.length === 1);
  expect(after.map(wordOf)).toEqual(["told, then the process died"]);
});

it("begins anew when the table is another one", async () => {
  const records: DynamoDBRecord[] = [];
  checkpointsOf("other").write({ streamArn: "arn:of-a-table-that-was-removed", shards: { gone: { finished: true } } });
  pumped("other", collectInto(records));
  await until(() => records.length > 0);
  expect(wordOf(records[0] as DynamoDBRecord)).toBe("first");
});
