import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { startDynamodbLocal } from "#local/engines/dynamodb-local";
import { freePort } from "#local/engines/free-port";
import { createTable } from "#platform/create-table";
import { documentClient } from "#platform/dynamo-client";
import type { FreshTable } from "../fixtures/dynamo.ts";
import { bundleMeasures } from "./bundles/bundle-measures.ts";
import { lifecycleMeasures } from "./lifecycle/lifecycle-measures.ts";
import { openTicketThroughput } from "./open-ticket/open-ticket-throughput.ts";
import type { Measure } from "./report/measure.ts";
import { clocksOfOneMinute } from "./timers/clocks-of-one-minute.ts";
import { idleSweep } from "./timers/idle-sweep.ts";
import { triageStart } from "./triage/triage-start.ts";
import { webhookThroughput } from "./webhook/webhook-throughput.ts";

export interface BenchScale {
  readonly rounds: number;
  readonly webhookCalls: number;
  readonly ticketsOpened: number;
  readonly openTickets: readonly number[];
  readonly clocks: number;
}

export const fullScale: BenchScale = {
  rounds: 9,
  webhookCalls: 2000,
  ticketsOpened: 300,
  openTickets: [1000, 100_000, 1_000_000],
  clocks: 10_000,
};

/** For trying a change out: the same work, less of it. */
export const quickScale: BenchScale = {
  rounds: 5,
  webhookCalls: 500,
  ticketsOpened: 60,
  openTickets: [1000, 10_000, 50_000],
  clocks: 1000,
};

export type BenchPart = (scale: BenchScale, say: (line: string) => void) => Promise<readonly Measure[]>;

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A table of the product's shape on a DynamoDB Local of its own, in memory, that ends with the work. */
async function onFreshTable<T>(work: (at: FreshTable & { endpoint: string }) => Promise<T>): Promise<T> {
  const engine = await startDynamodbLocal({ port: await freePort() });
  try {
    const { endpoint } = engine;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const patience = { requestTimeout: 60_000, connectionTimeout: 5000 };
    const client = documentClient({ endpoint, region: "ap-southeast-1", credentials, requestHandler: patience });
    const table = `bench-${randomUUID()}`;
    await createTable(client, table, { stream: false });
    return await work({ client, table, endpoint });
  } finally {
    engine.process.kill("SIGKILL");
  }
}

/** What `npm run bench` measures, under the names by which one part alone can be asked for. */
export const benchParts: Readonly<Record<string, BenchPart>> = {
  bundles: ({ rounds }) => bundleMeasures(root, rounds),
  triage: ({ rounds }) => triageStart(root, "packages/province/dong-thap", rounds),
  webhook: ({ rounds, webhookCalls }) => webhookThroughput({ rounds: rounds * 2, calls: webhookCalls }),
  lifecycle: () => onFreshTable(({ endpoint, table }) => lifecycleMeasures(endpoint, `${table}-life`)),
  "open-ticket": ({ rounds, ticketsOpened }) =>
    onFreshTable(async (at) => [await openTicketThroughput(at, { rounds, tickets: ticketsOpened })]),
  clocks: ({ clocks }) => onFreshTable((at) => clocksOfOneMinute(at, clocks)),
  sweep: ({ rounds, openTickets }, say) =>
    onFreshTable((at) => idleSweep(at, { sizes: openTickets, rounds: rounds * 3, say })),
};
