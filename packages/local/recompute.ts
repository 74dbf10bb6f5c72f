import * as z from "zod";
import { documentClient } from "#platform/dynamo-client";
import { environment } from "#platform/environment";
import { recompute } from "#sla/recompute";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { recomputeClocks } from "#tickets/recompute-clocks";
import { provinceRules } from "../../functions/province-rules.ts";

/**
 * `npm run recompute`: every open clock by the calendars and policies as they are now, after they have changed.
 *
 * Reads each ticket on which something can still ring, once; what moves is recorded with old and new due time.
 */
const env = environment({ TICKET_TABLE: z.string(), PROVINCE: z.string().default("packages/province/dong-thap") });
const client = documentClient();
const { rules } = provinceRules(env.PROVINCE);
const counts = await recomputeClocks({
  tickets: dynamoTicketStore(client, env.TICKET_TABLE),
  shards: timerShards,
  page: dynamoDuePage(client, env.TICKET_TABLE),
  recompute: (ticket, at) => recompute(ticket, at, rules),
  now: () => new Date(),
});
process.stdout.write(`${counts.looked} tickets looked at, ${counts.moved} with due times that moved\n`);
