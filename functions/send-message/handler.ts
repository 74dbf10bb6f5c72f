import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import { outboundTaskSchema } from "#contracts/outbound-message";
import { deliver } from "#notifications/deliver";
import { documentClient } from "#platform/dynamo-client";
import { eachRecord } from "#platform/each-record";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { settings } from "#platform/secret-settings";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { alertFailure } from "../alert-failure.ts";
import { provinceRules } from "../province-rules.ts";
import { tellingSettings, tellingWiring } from "../telling-wiring.ts";
import { addressLookup } from "./address-of.ts";
import { sendTask } from "./send-task.ts";
import { senderSettings, senders } from "./senders.ts";

const read = settings({ ...tellingSettings, ...senderSettings });
const [client, sqs, ses] = [documentClient(), new SQSClient({}), new SESv2Client({})];

const worker = lazily(async () => {
  const env = await read();
  const rules = provinceRules(env.PROVINCE);
  const { outbox, alerts } = tellingWiring(client, sqs, env, rules);
  const citizens = dynamoCitizenStore(client, env.TICKET_TABLE);
  const tickets = dynamoTicketStore(client, env.TICKET_TABLE);
  const now = () => new Date();
  const delivering = {
    outbox,
    senders: senders(client, ses, env),
    addressOf: addressLookup({ citizens, staff: rules.telling.staff, webhookBaseUrl: env.WEBHOOK_BASE_URL }),
    now,
  };
  const work = sendTask({
    deliver: (messageId, lastReceive) => deliver(messageId, { ...delivering, lastReceive }),
    alertFailure: alertFailure({ tickets, citizens, alerts, routing: rules.routing }),
    logger,
    metrics,
  });
  return eachRecord({ schema: outboundTaskSchema, logger, work });
});

/** A stored message → told on its channel, at most once. */
export const handler = async (event: SQSEvent) => (await worker())(event);
