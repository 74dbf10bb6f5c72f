import * as z from "zod";
import { localNames } from "#local/local-names";
import { receivedSchema } from "#local/vendors/received";
import { documentClient } from "#platform/dynamo-client";
import { checkOrder } from "./check-order.ts";
import { checkTickets } from "./check-tickets.ts";
import { checkTold } from "./check-told.ts";
import { deliver } from "./deliver.ts";
import { wholeTable } from "./dynamo-whole-table.ts";
import { type FaultScale, type FaultScenario, faultScenario } from "./fault-scenario.ts";
import { exactly, type Measure, never, told } from "./measure.ts";
import { redeliverLate } from "./redeliver-late.ts";
import { type RunningSystem, runningSystem } from "./running-system.ts";

/** Senders at work at the same time. */
const SENDERS = 16;
/** A killed process leaves messages hidden for this long; deployed it is two minutes. */
const QUEUE_VISIBILITY = "PT10S";
const PATIENCE_MS = 300_000;

/** Lets everything go wrong that may, and then looks at what is there. */
export async function runFaults(scale: FaultScale, say: (line: string) => void): Promise<Measure[]> {
  const now = new Date(Date.now());
  const scenario = faultScenario(scale, now);
  const startedAt = performance.now();
  const system = await runningSystem({ QUEUE_VISIBILITY });
  const upSeconds = (performance.now() - startedAt) / 1000;
  try {
    say(`The system is up; ${scenario.deliveries.length} deliveries of ${scale.messages} messages begin.`);
    const delivered = await deliverAll(scenario, scale.kills, system, say);
    const deadLetters = await system.whenQuiet(PATIENCE_MS);
    const storedSeconds = delivered.seconds + (performance.now() - delivered.endedAt) / 1000;
    say("All is quiet; some messages come again, days later.");
    await redeliverLate(
      system.run,
      scenario.messages.filter((_, index) => index % 10 === 0),
      now,
    );
    await system.whenQuiet(PATIENCE_MS);
    say("Looking at what is there.");
    return [
      told("seconds until up", round(upSeconds), "s"),
      exactly("kills of the functions' process", delivered.kills, scale.kills, "kills"),
      told("deliveries accepted a second", round(scenario.deliveries.length / delivered.seconds), "1/s"),
      told("messages stored and answered a second", round(scale.messages / storedSeconds), "1/s"),
      never("dead letters", deadLetters, "messages"),
      ...(await looked(system, scenario, delivered.codes)),
    ];
  } finally {
    await system.stop();
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

async function looked(
  system: RunningSystem,
  { messages }: FaultScenario,
  codes: ReadonlySet<string>,
): Promise<Measure[]> {
  const { run } = system;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = documentClient({ endpoint: run.dynamodb, region: run.region, credentials });
  const table = await wholeTable(client, localNames.table);
  const taken = z.array(receivedSchema).parse(await (await fetch(`${run.vendors}/double/outbox?limit=10000`)).json());
  return [
    ...checkTickets(messages, codes, table),
    ...(await checkOrder(run.url, messages, table.tickets.length)),
    ...checkTold(table, taken),
  ];
}

interface AllDelivered {
  readonly seconds: number;
  readonly endedAt: number;
  readonly kills: number;
  /** Codes that the portal promised. */
  readonly codes: ReadonlySet<string>;
}

const promiseSchema = z.object({ code: z.string() });

async function deliverAll(
  { deliveries }: FaultScenario,
  kills: number,
  system: RunningSystem,
  say: (line: string) => void,
): Promise<AllDelivered> {
  const startedAt = performance.now();
  const killAt = Array.from({ length: kills }, (_, kill) => Math.floor(((kill + 1) * deliveries.length) / (kills + 1)));
  const codes = new Set<string>();
  const waiting = [...deliveries.entries()].values();
  let killed = 0;
  const sender = async () => {
    for (const [index, message] of waiting) {
      if (killAt.includes(index)) {
        system.killFunctions();
        say(`Killed the functions' process (${++killed} of ${kills}), ${index} deliveries done.`);
      }
      const { body } = await deliver(message, system.port);
      if (message.channel === "web") codes.add(promiseSchema.parse(JSON.parse(body)).code);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  const endedAt = performance.now();
  return { seconds: (endedAt - startedAt) / 1000, endedAt, kills: killed, codes };
}
