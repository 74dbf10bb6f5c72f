import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { freePort } from "#local/engines/free-port";
import { type Run, readRun } from "#local/run-file";
import { inheritedEnvironment } from "#platform/environment";

const processesSchema = z.object({ functions: z.number() });
const queuesSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      visible: z.number(),
      inFlight: z.number(),
      delayed: z.number(),
      deadLetters: z.number(),
    }),
  ),
  timesAtEndOfChanges: z.number(),
});

/** The whole local system on a folder and a port of its own, as `npm run dev` starts it. */
export interface RunningSystem {
  readonly run: Run;
  readonly port: number;
  /** Kills the functions' process as a crash would; its supervisor starts another one. */
  killFunctions(): void;
  /** Waits until nothing is left to do, and gives the number of dead letters. */
  whenQuiet(patienceMs: number): Promise<number>;
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const dev = new URL("../../packages/local/dev.ts", import.meta.url).pathname;

/** Starts it on a folder that stays, or on one that is removed when it stops. */
export async function runningSystem(
  settings: Readonly<Record<string, string>>,
  keptFolder?: string,
): Promise<RunningSystem> {
  const folder = keptFolder ?? mkdtempSync(join(tmpdir(), "faults-"));
  const port = await freePort();
  const env = { ...inheritedEnvironment(), ...settings, PORT: String(port), DATA_DIR: folder };
  const supervisor = spawn(process.execPath, [dev], { env, stdio: ["ignore", "pipe", "pipe"] });
  await whenReady(supervisor);
  const run = readRun(folder);
  return {
    run,
    port,
    killFunctions() {
      const { functions } = processesSchema.parse(JSON.parse(readFileSync(join(folder, "processes.json"), "utf8")));
      process.kill(functions, "SIGKILL");
    },
    whenQuiet: (patienceMs) => whenQuiet(run.url, patienceMs),
    async stop() {
      const ended = new Promise((resolve) => supervisor.once("exit", resolve));
      supervisor.kill("SIGINT");
      if (keptFolder === undefined) await endAtOnce(supervisor);
      await ended;
      if (keptFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Who forgets everything need not wait for the queues to run empty. */
async function endAtOnce(supervisor: ChildProcess): Promise<void> {
  await pause(100);
  supervisor.kill("SIGINT");
}

async function whenReady(supervisor: ChildProcess): Promise<void> {
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      if (said.includes("Ready after")) resolve();
    };
    supervisor.stdout?.on("data", hear);
    supervisor.stderr?.on("data", hear);
    supervisor.once("exit", (code) => reject(new Error(`The system ended with code ${code}:\n${said}`)));
  });
  await ready;
}

async function whenQuiet(url: string, patienceMs: number): Promise<number> {
  const endsAt = performance.now() + patienceMs;
  let quietSince: number | undefined;
  while (performance.now() < endsAt) {
    const state = await queuesOf(url);
    const left = (state?.items ?? []).reduce((sum, each) => sum + each.visible + each.inFlight + each.delayed, 0);
    if (state === undefined || left > 0) quietSince = undefined;
    else if (quietSince === undefined) quietSince = state.timesAtEndOfChanges;
    else if (state.timesAtEndOfChanges >= quietSince + 2)
      return state.items.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
    await pause(100);
  }
  throw new Error(`There was still something to do after ${patienceMs / 1000} s`);
}

/** Undefined while the functions' process is down. */
async function queuesOf(url: string): Promise<z.infer<typeof queuesSchema> | undefined> {
  try {
    return queuesSchema.parse(await (await fetch(`${url}/dev/queues`)).json());
  } catch {
    return undefined;
  }
}
