import type { ChildProcess } from "node:child_process";
import { relative } from "node:path";
import { EnvironmentError, inheritedEnvironment } from "#platform/environment";
import { devSettings } from "./dev-settings.ts";
import { isListening } from "./engines/dynamo-engine.ts";
import { ChildFailedError } from "./processes/child.ts";
import { type DataFolder, openDataFolder } from "./processes/data-folder.ts";
import type { KeptProcess } from "./processes/keep-running.ts";
import { startLocalSystem } from "./processes/local-system.ts";
import { thingsToTry } from "./things-to-try.ts";

const FUNCTIONS_PATIENCE_MS = 25_000;
const OTHERS_PATIENCE_MS = 3000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const secondsSince = (startedAt: number) => ((performance.now() - startedAt) / 1000).toFixed(1);
const parts: { kept: KeptProcess[]; dynamo?: ChildProcess; folder?: DataFolder; starting?: Promise<unknown> } = {
  kept: [],
};
process.stdout.on("error", () => {}); // nobody listens any more: no reason to end badly

/** Ends everything, those who need others first: the functions run their queues empty, DynamoDB goes last. */
async function endAll(): Promise<void> {
  await parts.starting?.catch(() => {});
  const [functions, ...others] = parts.kept.toReversed();
  await functions?.end(FUNCTIONS_PATIENCE_MS);
  await Promise.all(others.map((part) => part.end(OTHERS_PATIENCE_MS)));
  const { dynamo } = parts;
  if (dynamo !== undefined && dynamo.exitCode === null && dynamo.signalCode === null) {
    const ended = new Promise((resolve) => dynamo.once("exit", resolve));
    dynamo.kill("SIGTERM");
    const force = setTimeout(() => dynamo.kill("SIGKILL"), OTHERS_PATIENCE_MS);
    await ended;
    clearTimeout(force);
  }
  parts.folder?.release();
}

let isEnding = false;
function onSignal(): void {
  if (isEnding) {
    for (const part of parts.kept) part.current().kill("SIGKILL");
    parts.dynamo?.kill("SIGKILL");
    process.exit(1);
  }
  isEnding = true;
  say("\nEnding: no new calls, the queues run empty. Ctrl-C again ends at once.");
  void endAll().then(() => {
    say("Ended.");
    process.exit(0);
  });
}

/**
 * Under npm a shell stands between: it dies of a signal without passing it on. Whoever runs this without npm may well
 * let it outlive its shell.
 */
function endWithNpm(variables: Readonly<Record<string, string | undefined>>): void {
  if (variables["npm_lifecycle_event"] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    onSignal();
  }, 500);
  watch.unref();
}

async function run(): Promise<void> {
  const startedAt = performance.now();
  const variables = inheritedEnvironment();
  const settings = devSettings(variables);
  if (await isListening(settings.PORT)) {
    throw new Error(`Port ${settings.PORT} is taken by another program. End that one, or set PORT to another port.`);
  }
  const folder = await openDataFolder(settings.DATA_DIR);
  parts.folder = folder;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  endWithNpm(variables);
  const place = relative(process.cwd(), folder.path);
  say(`hotline1022 starts; its data is ${folder.isKept ? `kept in ${place}/` : "forgotten at the end"}`);
  parts.starting = startLocalSystem({
    settings,
    folder,
    variables,
    say: (line) => say(`${secondsSince(startedAt).padStart(6)} s  ${line}`),
    onStarted: (part) => {
      if ("current" in part) parts.kept.push(part);
      else parts.dynamo = part;
    },
  });
  await parts.starting;
  if (isEnding) return;
  parts.dynamo?.once("exit", () => {
    if (isEnding) return;
    say("DynamoDB has ended by itself; nothing can go on without it.");
    process.exitCode = 1;
    onSignal();
  });
  say(`Ready after ${secondsSince(startedAt)} s.\n\n${thingsToTry(settings.PORT)}`);
}

await run().catch(async (error: unknown) => {
  const isSettings =
    error instanceof EnvironmentError || (error instanceof ChildFailedError && error.fault === "settings");
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  isEnding = true;
  await endAll();
  process.exit(isSettings ? 2 : 1);
});
