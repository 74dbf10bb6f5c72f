import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import { whatToTell } from "#notifications/what-to-tell";
import { documentClient } from "#platform/dynamo-client";
import { dynamoQuarantine } from "#platform/dynamo-quarantine";
import { logger, metrics } from "#platform/function-log";
import { lazily } from "#platform/lazily";
import { settings } from "#platform/secret-settings";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { provinceRules } from "../province-rules.ts";
import { tellingSettings, tellingWiring } from "../telling-wiring.ts";
import { publishEntry } from "./publish-entry.ts";
import { rememberReport } from "./remember-report.ts";
import { reportWiring } from "./report-wiring.ts";
import { streamEntries } from "./stream-entries.ts";

const read = settings(tellingSettings);
const [client, sqs] = [documentClient(), new SQSClient({})];

const worker = lazily(async () => {
  const env = await read();
  const rules = provinceRules(env.PROVINCE);
  const tickets = dynamoTicketStore(client, env.TICKET_TABLE);
  const citizens = dynamoCitizenStore(client, env.TICKET_TABLE);
  const quarantine = dynamoQuarantine(client, env.TICKET_TABLE);
  const now = () => new Date();
  const everyone = { ...tellingWiring(client, sqs, env, rules), now };
  const telling = {
    ...everyone,
    remember: rememberReport(reportWiring(client, env.TICKET_TABLE, rules, everyone)),
    findTicket: tickets.find,
    async whatToTell(...[entry, ticket]: Parameters<Parameters<typeof publishEntry>[1]["whatToTell"]>) {
      const citizen = await citizens.find(ticket.citizen);
      const reach = { phone: citizen?.phone !== undefined, email: citizen?.email !== undefined };
      return whatToTell(entry, ticket, rules.telling, reach);
    },
  };
  return streamEntries({
    publish: (entry) => publishEntry(entry, telling),
    async quarantine({ body, reason }) {
      metrics.count("quarantined");
      await quarantine.keep({ queue: "stream", source: "ledger", reason, body, at: now().toISOString() });
    },
    logger,
  });
});

/** What changed in the ledger → who must hear of it. */
export const handler = async (event: DynamoDBStreamEvent) => (await worker())(event);
