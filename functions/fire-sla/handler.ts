import type { SQSEvent } from "aws-lambda";
import * as z from "zod";
import { dueTimerSchema } from "#contracts/outbound-message";
import { documentClient } from "#platform/dynamo-client";
import { eachRecord } from "#platform/each-record";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { settings } from "#platform/secret-settings";
import { ring, skippedRungs } from "#sla/ring";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { fireClocks } from "#tickets/fire-clocks";
import { provinceRules } from "../province-rules.ts";

const read = settings({ TICKET_TABLE: z.string(), PROVINCE: z.string() });
const client = documentClient();

const worker = lazily(async () => {
  const { TICKET_TABLE, PROVINCE } = await read();
  const tickets = dynamoTicketStore(client, TICKET_TABLE);
  const { rules, follow } = provinceRules(PROVINCE);
  const now = () => new Date();
  return eachRecord({
    schema: dueTimerSchema,
    logger,
    work: async ({ ticketId, fireAt }) => {
      const events = await fireClocks(ticketId, {
        tickets,
        ring: (ticket, at) => ring(ticket, at, rules),
        follow,
        now,
      });
      if (events.length > 0) metrics.milliseconds("sla.detection.delay", now().getTime() - Date.parse(fireAt));
      const skipped = skippedRungs(events).length;
      if (skipped > 0) metrics.count("sla.rung.nobody", skipped);
      for (const { type, clock } of events) logger.info(type, { ticketId, clock: clock.name });
    },
  });
});

/** A due timer → what rang on that ticket, recorded once. */
export const handler = async (event: SQSEvent) => (await worker())(event);
