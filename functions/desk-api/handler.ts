import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import * as z from "zod";
import { signedCursors } from "#access/signed-cursor";
import { toE164 } from "#channels/phone-number";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { documentClient } from "#platform/dynamo-client";
import { dynamoQuarantine } from "#platform/dynamo-quarantine";
import { logger } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { pseudonymWith } from "#platform/pseudonym";
import { settings } from "#platform/secret-settings";
import { sqsInboundQueue } from "#platform/sqs-inbound-queue";
import { acknowledge } from "#sla/acknowledge";
import { durationMs } from "#sla/duration-ms";
import { explainClock } from "#sla/explain-clock";
import { dynamoTicketReads } from "#tickets/dynamo-ticket-reads";
import { dynamoCorrections } from "#triage/corrections/dynamo-corrections";
import { openingWiring } from "../opening-wiring.ts";
import { deskApiApp } from "./app.ts";

const secret = z.string().min(16, "expected at least 16 characters");
const read = settings({
  TICKET_TABLE: z.string(),
  PROVINCE: z.string(),
  INBOUND_QUEUE_URL: z.url(),
  PSEUDONYM_KEY: secret,
  CURSOR_KEY: secret,
});
const client = documentClient();
/** A year with all its seasons, and a month to train in; a province says otherwise in its policies. */
const KEEP_CORRECTIONS = "P400D";

const app = lazily(async () => {
  const env = await read();
  const opening = openingWiring(client, env, pseudonymWith(env.PSEUDONYM_KEY));
  const { routing, rules, province } = opening.rules;
  const { tickets, follow, now } = opening;
  return handle(
    deskApiApp({
      opening,
      acting: {
        tickets,
        follow,
        now,
        acknowledge: (ticket, { clock }, by, at) => acknowledge(ticket, { by, clock }, at, rules),
      },
      reads: dynamoTicketReads(client, env.TICKET_TABLE),
      alerts: dynamoAlerts(client, env.TICKET_TABLE),
      reports: dynamoFaultReports(client, env.TICKET_TABLE),
      incidentProposals: dynamoIncidentProposals(client, env.TICKET_TABLE),
      corrections: dynamoCorrections(client, env.TICKET_TABLE),
      keepCorrectionsMs: durationMs(province.policies.keepCorrections ?? KEEP_CORRECTIONS),
      quarantine: dynamoQuarantine(client, env.TICKET_TABLE),
      inboundQueue: sqsInboundQueue(env.INBOUND_QUEUE_URL, now),
      cursors: signedCursors(env.CURSOR_KEY),
      agencyName: (id) => routing.agencyAt(id, now())?.name,
      callCentre: province.province.callCentre,
      areaName: (code) => routing.areaAt(code, now())?.name,
      isCategory: (code) => province.categories.some((category) => category.code === code),
      toPhoneNumber: toE164,
      explainClocks: ({ clocks }) =>
        clocks.map((clock) => ({ name: clock.name, epoch: clock.epoch, explanation: explainClock(clock, rules) })),
      logger,
      now,
    }),
  );
});

/** The desk: what agents, officers and supervisors see and do. */
export const handler = async (event: LambdaEvent, context: LambdaContext) => (await app())(event, context);
