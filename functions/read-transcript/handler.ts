import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";
import * as z from "zod";
import { transcriptFileDelivery } from "#channels/phone/transcript-file";
import { logger } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { readTranscripts } from "./read-transcripts.ts";

const read = settings({ INBOUND_QUEUE_URL: z.url(), PSEUDONYM_KEY: z.string().min(16) });
const s3 = new S3Client({ forcePathStyle: true });

const worker = lazily(async () => {
  const env = await read();
  const pseudonym = pseudonymWith(env.PSEUDONYM_KEY);
  return readTranscripts({
    inboundQueue: sqsInboundQueue(env.INBOUND_QUEUE_URL, () => new Date()),
    logger,
    async fetchObject(Bucket, Key) {
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return { key: Key, content: (await Body?.transformToByteArray()) ?? new Uint8Array(), metadata: Metadata ?? {} };
    },
    deliveryOf: (file) => transcriptFileDelivery(file, { pseudonym }, new Date().toISOString()),
  });
});

/** A transcript that landed in the bucket → a delivery on the inbound queue. */
export const handler = async (event: S3Event) => (await worker())(event);
