import { parseArgs } from "node:util";
import { loadRun } from "./load/load-run.ts";
import { finish } from "./report/finish.ts";
import { atLeast, atMost, told } from "./report/measure.ts";

/** `npm run load [-- --rate 140 --seconds 40]`: the whole system under steady load over HTTP, every message a ticket. */
async function load(): Promise<void> {
  const { values } = parseArgs({ options: { rate: { type: "string" }, seconds: { type: "string" } } });
  const scale = { rate: Number(values.rate ?? 140), seconds: Number(values.seconds ?? 40) };
  const figures = await loadRun(scale, (line) => void process.stdout.write(`${line}\n`));
  const { acceptedMs, stored, sent, refused, deadLetters } = figures;
  finish("load", [
    told({ name: "messages sent", value: sent, unit: "messages" }),
    atMost({ name: "messages refused", value: refused, unit: "messages" }, 0),
    atMost({ name: "accepted and not stored", value: Math.max(0, sent - refused - stored), unit: "tickets" }, 0),
    atMost({ name: "dead letters", value: deadLetters, unit: "messages" }, 0),
    told({ name: "accepted", value: figures.acceptedPerSecond, unit: "messages/s" }),
    atLeast({ name: "stored", value: figures.storedPerSecond, unit: "tickets/s" }, 120),
    told({ name: "accepted, p50", value: acceptedMs.p50, unit: "ms" }),
    atMost({ name: "accepted, p95 (97.5 in fact)", value: acceptedMs.p95, unit: "ms" }, 40),
    told({ name: "accepted, p99", value: acceptedMs.p99, unit: "ms" }),
  ]);
}

await load();
