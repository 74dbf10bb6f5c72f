import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import * as z from "zod";
import { documentClient } from "#platform/dynamo-client";
import { dynamoRateLimit } from "#platform/dynamo-rate-limit";
import { logger } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { leasedCodes } from "#tickets/code-lease";
import { dynamoPromisedCodes } from "#tickets/dynamo-promised-codes";
import { dynamoTicketReads } from "#tickets/dynamo-ticket-reads";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { trackingWith } from "#tickets/tracking";
import { openApiDocument } from "../open-api-document.ts";
import { provinceRules } from "../province-rules.ts";
import { citizenApiApp } from "./app.ts";

const secret = z.string().min(16, "expected at least 16 characters");
const read = settings({
  TICKET_TABLE: z.string(),
  PROVINCE: z.string(),
  INBOUND_QUEUE_URL: z.url(),
  PSEUDONYM_KEY: secret,
  TRACKING_KEY: secret,
});
const client = documentClient();

const app = lazily(async () => {
  const env = await read();
  const { province, routing, follow } = provinceRules(env.PROVINCE);
  const tickets = dynamoTicketStore(client, env.TICKET_TABLE);
  const now = () => new Date();
  return handle(
    citizenApiApp({
      tickets,
      reads: dynamoTicketReads(client, env.TICKET_TABLE),
      promises: dynamoPromisedCodes(client, env.TICKET_TABLE, now),
      tracking: trackingWith(env.TRACKING_KEY),
      nextCode: leasedCodes(province.province.codePrefix, tickets.leaseCodes),
      follow,
      inboundQueue: sqsInboundQueue(env.INBOUND_QUEUE_URL, now),
      rateLimit: dynamoRateLimit(client, env.TICKET_TABLE, now),
      pseudonym: pseudonymWith(env.PSEUDONYM_KEY),
      categories: province.categories,
      areas: province.areas,
      agencyName: (id) => routing.agencyAt(id, now())?.name,
      trackingUrl: province.province.trackingUrl,
      openApiDocument,
      logger,
      now,
    }),
  );
});

/** The open door: the web form, tracking, open lists and the APIs' description. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => (await app())(event, context);
