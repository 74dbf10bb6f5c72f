import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { runSeeds } from "./run-seeds.ts";

/** A thread of its own for a part of the seeds: reckoning, not the table, is what histories wait for. */
const { endpoint, seeds } = z.object({ endpoint: z.string(), seeds: z.array(z.number()) }).parse(workerData);
await runSeeds(endpoint, seeds, (outcome) => parentPort?.postMessage(outcome));
