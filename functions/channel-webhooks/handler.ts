import { SQSClient } from "@aws-sdk/client-sqs";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import * as z from "zod";
import { channelAdapters } from "#channels/channel-adapters";
import { channelEnvironment, channelSettingsOf } from "#channels/channel-settings";
import { fetchTextWith } from "#channels/fetch-text";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { sqsInboundQueue } from "#platform/sqs-queue";
import { channelWebhooksApp } from "./app.ts";

const read = settings({ ...channelEnvironment, INBOUND_QUEUE_URL: z.url(), PSEUDONYM_KEY: z.string().min(16) });
const sqs = new SQSClient({});

const app = lazily(async () => {
  const env = await read();
  const pseudonym = pseudonymWith(env.PSEUDONYM_KEY);
  const adapters = channelAdapters(channelSettingsOf(env), { pseudonym, fetchText: fetchTextWith(fetch) });
  const inboundQueue = sqsInboundQueue(sqs, env.INBOUND_QUEUE_URL);
  return handle(channelWebhooksApp({ adapters, inboundQueue, logger, metrics, now: () => new Date() }));
});

/** A vendor's call → a delivery on the inbound queue, unread. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => (await app())(event, context);
