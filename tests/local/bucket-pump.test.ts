import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createBuckets } from "#local/create-buckets";
import { bucketPump, toldObjectsSchema } from "#local/pumps/bucket-pump";
import { keptJson } from "#local/pumps/kept-json";
import type { Pump } from "#local/pumps/pump";
import { localQueues, silentLogger, until } from "./local-queues.ts";

const bucket = "transcripts";
const file = join(mkdtempSync(join(tmpdir(), "bucket-")), "told.json");
let local: Awaited<ReturnType<typeof localQueues>>;
let client: S3Client;
let running: Pump | undefined;
beforeAll(async () => {
  local = await localQueues();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new S3Client({ endpoint: local.address, region: "local", credentials, forcePathStyle: true });
  await createBuckets(client, [bucket]);
  await createBuckets(client, [bucket]);
});
afterEach(() => running?.stop());
afterAll(() => local.stop());

const put = (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
const keyOf = ({ Records }: S3Event) => Records[0]?.s3.object.key;

function pumped(handler: (event: S3Event) => Promise<unknown>): Pump {
  const told = keptJson(file, toldObjectsSchema, {});
  running = bucketPump({ client, bucket, handler, told, everyMs: 10, logger: silentLogger });
  return running;
}

it("tells of each object once, over restarts too, and again when its content changes", async () => {
  const told: (string | undefined)[] = [];
  const handler = async (event: S3Event) => told.push(keyOf(event));
  await put("transcripts/cuộc gọi 1.json", "{}");
  const first = pumped(handler);
  await until(() => told.length === 1);
  await first.stop();
  await put("transcripts/2.json", "{}");
  pumped(handler);
  await until(() => told.length === 2);
  await put("transcripts/2.json", '{"changed":true}');
  await until(() => told.length === 3);
  expect(told).toEqual(["transcripts/cu%E1%BB%99c+g%E1%BB%8Di+1.json", "transcripts/2.json", "transcripts/2.json"]);
});

it("calls a function that fails twice more, then leaves the object lying, and others go on", async () => {
  const told: (string | undefined)[] = [];
  await put("transcripts/a-bad.json", "{");
  pumped(async (event) => {
    told.push(keyOf(event));
    if (keyOf(event)?.includes("bad")) throw new Error("cannot be read");
  });
  await until(() => told.length === 3);
  await put("transcripts/b-good.json", "{}");
  await until(() => told.includes("transcripts/b-good.json"));
  expect(told.filter((key) => key?.includes("bad"))).toHaveLength(3);
});
