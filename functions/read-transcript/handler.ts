import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";
import * as z from "zod";
import { readEmail } from "#channels/email/read-email";
import { transcriptFileDelivery } from "#channels/phone/transcript-file";
import { type LanguageModelSettings, languageModelSettingsSchema } from "#language-model/language-model-settings";
import { logger } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { readTranscripts } from "./read-transcripts.ts";

const read = settings({
  INBOUND_QUEUE_URL: z.url(),
  PSEUDONYM_KEY: z.string().min(16),
  EMAIL_FROM: z.email().optional(),
  /** Without it no language model is asked, and nothing that could ask one is loaded. */
  LANGUAGE_MODEL: languageModelSettingsSchema.optional(),
});
/** Where SES lays what is written to the hotline. */
const MAIL_FOLDER = "mail/";
const s3 = new S3Client({ forcePathStyle: true });

const worker = lazily(async () => {
  const env = await read();
  const pseudonym = pseudonymWith(env.PSEUDONYM_KEY);
  const gistOf = env.LANGUAGE_MODEL === undefined ? undefined : await gistByModel(env.LANGUAGE_MODEL);
  return readTranscripts({
    ...(gistOf === undefined ? {} : { gistOf }),
    inboundQueue: sqsInboundQueue(env.INBOUND_QUEUE_URL, () => new Date()),
    logger,
    async fetchObject(Bucket, Key) {
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return { key: Key, content: (await Body?.transformToByteArray()) ?? new Uint8Array(), metadata: Metadata ?? {} };
    },
    async deliveryOf(file) {
      const receivedAt = new Date().toISOString();
      if (!file.key.startsWith(MAIL_FOLDER)) return transcriptFileDelivery(file, { pseudonym }, receivedAt);
      return readEmail(
        file.content,
        { pseudonym, ownAddresses: env.EMAIL_FROM === undefined ? [] : [env.EMAIL_FROM] },
        receivedAt,
      );
    },
  });
});

async function gistByModel(settings: LanguageModelSettings) {
  const { modelGist } = await import("./model-gist.ts");
  return modelGist(settings);
}

/** A transcript, or a mail, that landed in the bucket → a delivery on the inbound queue. */
export const handler = async (event: S3Event) => (await worker())(event);
