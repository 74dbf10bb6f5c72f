import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { documentClient } from "#platform/dynamo-client";
import { environment } from "#platform/environment";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import type { Correction } from "#triage/corrections/correction";
import { dynamoCorrections } from "#triage/corrections/dynamo-corrections";
import { liveAccuracy } from "#triage/corrections/live-accuracy";

/**
 * `npm run collect-corrections -- --since 2026-10-01 --out corrections.json`: what agents judged of requests opened
 * since that day, as labelled requests to train and measure with, and how often triage had been right.
 *
 * Reads corrections and the heads of their tickets, and nothing else. The file holds citizens' words, though masked: it is not for everybody's eyes.
 */
const { values } = parseArgs({ options: { since: { type: "string" }, out: { type: "string" } } });
const since = z.iso.date({ error: "expected --since with a date such as 2026-10-01" }).safeParse(values.since);
const out = z.string({ error: "expected --out with a file to write, such as corrections.json" }).safeParse(values.out);
const wrong = [since, out].flatMap(({ error }) => error?.issues.map(({ message }) => message) ?? []);

async function collect(from: Date, file: string): Promise<number> {
  const env = environment({ TICKET_TABLE: z.string() });
  const client = documentClient();
  const tickets = dynamoTicketStore(client, env.TICKET_TABLE);
  const corrections: Correction[] = [];
  for (const one of await dynamoCorrections(client, env.TICKET_TABLE).openedSince(from, new Date())) {
    // the citizen may have asked only later that nobody learn who told
    if ((await tickets.find(one.ticketId))?.flags.anonymous === false) corrections.push(one);
  }
  if (corrections.length === 0) {
    process.stdout.write("Nothing has been judged since then; no file was written\n");
    return 0;
  }
  const rows = corrections.map(({ request, how, read, at }) => ({ ...request, how, read, at }));
  writeFileSync(file, `${JSON.stringify(rows, null, 1)}\n`);
  process.stdout.write(`${rows.length} requests written to ${file}\n`);
  for (const { how, of, right, judged } of liveAccuracy(corrections)) {
    if (judged > 0) process.stdout.write(`${how.padEnd(10)} ${of.padEnd(8)} ${right} of ${judged} read rightly\n`);
  }
  return 0;
}

if (since.success && out.success) {
  process.exitCode = await collect(new Date(`${since.data}T00:00:00+07:00`), out.data);
} else {
  process.stderr.write(`${wrong.join("\n")}\n`);
  process.exitCode = 2;
}
