import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { channelAdapters } from "#channels/channel-adapters";
import { channelEnvironment, channelSettingsOf } from "#channels/channel-settings";
import { fetchTextWith } from "#channels/fetch-text";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { secretSetting, urlSetting } from "#platform/setting";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { channelWebhooksApp } from "./app.ts";

const read = settings({
  ...channelEnvironment,
  INBOUND_QUEUE_URL: urlSetting(),
  PSEUDONYM_KEY: secretSetting(16),
});
const now = () => new Date();

const app = lazily(async () => {
  const env = await read();
  const pseudonym = pseudonymWith(env.PSEUDONYM_KEY);
  const adapters = channelAdapters(channelSettingsOf(env), { pseudonym, fetchText: fetchTextWith(fetch) });
  const inboundQueue = sqsInboundQueue(env.INBOUND_QUEUE_URL, now);
  return handle(channelWebhooksApp({ adapters, inboundQueue, logger, metrics, now }));
});

/** A vendor's call → a delivery on the inbound queue, unread. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => (await app())(event, context);
