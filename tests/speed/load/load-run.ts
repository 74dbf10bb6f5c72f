import autocannon, { type Result } from "autocannon";
import { localNames } from "#local/local-names";
import { documentClient } from "#platform/dynamo-client";
import { runningSystem } from "../../faults/running-system.ts";
import { storedTickets } from "./dynamo-stored-tickets.ts";
import { signedCall } from "./signed-calls.ts";

export interface LoadScale {
  /** Messages a second, sent whether or not earlier ones were answered. */
  readonly rate: number;
  readonly seconds: number;
}

export interface LoadFigures {
  readonly sent: number;
  readonly refused: number;
  readonly acceptedPerSecond: number;
  readonly storedPerSecond: number;
  readonly stored: number;
  readonly deadLetters: number;
  readonly acceptedMs: { readonly p50: number; readonly p95: number; readonly p99: number };
}

const CONNECTIONS = 16;
const LOOK_EVERY_MS = 500;
const PATIENCE_MS = 300_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The system of `npm run dev` under steady load: every message is of another citizen and so opens a ticket, with all
 * clocks running and everybody told. Latency is corrected for what could not be sent in time (coordinated omission).
 */
export async function loadRun({ rate, seconds }: LoadScale, say: (line: string) => void): Promise<LoadFigures> {
  const system = await runningSystem({});
  try {
    const { url, dynamodb } = system.run;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const client = documentClient({ endpoint: dynamodb, region: system.run.region, credentials });
    const month = new Date(Date.now()).toISOString().slice(0, 7);
    const count = storedTickets(client, localNames.table, month);
    await warmUp(system.port, count);
    const before = await count();
    say(`${rate} messages a second for ${seconds} s at ${url}`);
    const startedAt = performance.now();
    const result = await send({ rate, seconds }, system.port);
    const accepted = result["2xx"];
    const { stored, afterMs } = await whenStored(count, before + accepted, startedAt);
    const deadLetters = await system.whenQuiet(PATIENCE_MS);
    return figuresOf(result, stored - before, afterMs, deadLetters);
  } finally {
    await system.stop();
  }
}

const WARM_UP: LoadScale = { rate: 40, seconds: 8 };

/** Some hundred tickets first: a JVM and a JIT that have just started say nothing of the hours that follow. */
async function warmUp(port: number, count: () => Promise<number>): Promise<void> {
  const result = await send(WARM_UP, port, 5000);
  await whenStored(count, result["2xx"], performance.now());
}

function send({ rate, seconds }: LoadScale, port: number, firstCitizen = 0): Promise<Result> {
  const publicUrl = `http://localhost:${port}`;
  let citizen = firstCitizen;
  return autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    overallRate: rate,
    requests: [
      {
        setupRequest(request) {
          const { method, path, query, headers, body } = signedCall(citizen++, new Date(Date.now()), publicUrl);
          return {
            ...request,
            method,
            path: query === "" ? path : `${path}?${query}`,
            headers,
            body: Buffer.from(body),
          };
        },
      },
    ],
  });
}

/** Looks until so many are stored, and tells when that was. */
async function whenStored(count: () => Promise<number>, wanted: number, startedAt: number) {
  for (;;) {
    const stored = await count();
    const afterMs = performance.now() - startedAt;
    if (stored >= wanted || afterMs > PATIENCE_MS) return { stored, afterMs };
    await pause(LOOK_EVERY_MS);
  }
}

function figuresOf(result: Result, stored: number, afterMs: number, deadLetters: number): LoadFigures {
  const { latency, errors, non2xx, duration } = result;
  const accepted = result["2xx"];
  return {
    sent: accepted + non2xx + errors,
    refused: non2xx + errors,
    acceptedPerSecond: accepted / duration,
    storedPerSecond: stored / (afterMs / 1000),
    stored,
    deadLetters,
    acceptedMs: { p50: latency.p50, p95: latency.p97_5, p99: latency.p99 },
  };
}
