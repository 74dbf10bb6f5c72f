import type { SQSEvent } from "aws-lambda";
import * as z from "zod";
import { channelAdapters } from "#channels/channel-adapters";
import { channelEnvironment, channelSettingsOf } from "#channels/channel-settings";
import { fetchTextWith } from "#channels/fetch-text";
import { rawDeliverySchema } from "#contracts/raw-delivery";
import { documentClient } from "#platform/dynamo-client";
import { dynamoQuarantine } from "#platform/dynamo-quarantine";
import { eachRecord } from "#platform/each-record";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { openingWiring } from "../opening-wiring.ts";
import { deliveryOutcomes } from "./delivery-outcomes.ts";
import { receiveDelivery } from "./receive-delivery.ts";

const read = settings({
  ...channelEnvironment,
  TICKET_TABLE: z.string(),
  PROVINCE: z.string(),
  PSEUDONYM_KEY: z.string().min(16),
});
const client = documentClient();

const worker = lazily(async () => {
  const env = await read();
  const pseudonym = pseudonymWith(env.PSEUDONYM_KEY);
  const adapters = channelAdapters(channelSettingsOf(env), { pseudonym, fetchText: fetchTextWith(fetch) });
  const quarantine = dynamoQuarantine(client, env.TICKET_TABLE);
  const opening = openingWiring(client, env, pseudonym);
  const outcomes = deliveryOutcomes({ client, table: env.TICKET_TABLE, opening, quarantine, pseudonym });
  return eachRecord({
    schema: rawDeliverySchema,
    logger,
    work: (delivery) => receiveDelivery(delivery, { adapters, outcomes, logger, metrics }),
    async quarantine({ body, reason }) {
      metrics.count("quarantined");
      await quarantine.keep({ queue: "inbound", source: "unknown", reason, body, at: new Date().toISOString() });
    },
  });
});

/** A queued delivery → a new ticket, one more message on an open one, or what else it asks for. Once. */
export const handler = async (event: SQSEvent) => (await worker())(event);
