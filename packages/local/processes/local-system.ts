import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { createBuckets } from "../create-buckets.ts";
import { createQueues } from "../create-queues.ts";
import type { DevSettings } from "../dev-settings.ts";
import { durationMs } from "../duration-ms.ts";
import { readyTable } from "../dynamo-ready-table.ts";
import { freePort } from "../engines/free-port.ts";
import { functionsSettings, type LocalAddresses } from "../functions-settings.ts";
import { localNames } from "../local-names.ts";
import { localSecretsWith } from "../local-secrets.ts";
import { type Run, runFile } from "../run-file.ts";
import { startChild } from "./child.ts";
import { childOutput } from "./child-output.ts";
import type { DataFolder } from "./data-folder.ts";
import { type KeptProcess, keepRunning } from "./keep-running.ts";
import { type LocalDynamo, localDynamo } from "./local-dynamo.ts";
import { type Processes, processesFile } from "./processes-file.ts";

export interface LocalSystem {
  readonly dynamo: LocalDynamo;
  readonly functions: KeptProcess;
  /** The others, in the order in which they may end once the functions have. */
  readonly others: readonly KeptProcess[];
}

export interface LocalSystemOptions {
  readonly settings: DevSettings;
  readonly folder: DataFolder;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** Everything that was started, as soon as it was: to be ended when a later part cannot start. */
  readonly onStarted: (part: KeptProcess | ChildProcess) => void;
}

type Part = Exclude<keyof Processes, "supervisor" | "dynamodb">;

/** Starts all parts in the order in which they need each other, and says what it does. */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const { settings, folder, variables, say, onStarted } = options;
  const secrets = localSecretsWith(variables);
  const note = processesFile(join(folder.path, "processes.json"));
  note("supervisor", process.pid);
  const keep = partKeeper(options, note);

  const startingDynamo = localDynamo(settings, folder.isKept ? folder.path : undefined, onStarted).then((dynamo) => {
    if (dynamo.process?.pid !== undefined) note("dynamodb", dynamo.process.pid);
    say(`DynamoDB: ${dynamo.name} at ${dynamo.endpoint}`);
    return dynamo;
  });
  const vendorsPort = await freePort();
  const vendorsSettings = { VENDORS_PORT: String(vendorsPort), VENDORS_FOLDER: folder.path, ...secrets };
  const startingVendors = keep("vendors", { ...variables, ...vendorsSettings });
  const dynamo = await startingDynamo;
  const { endpoint: queuesUrl, kept: queues } = await startQueues(options, dynamo, keep);
  const vendors = await startingVendors;

  const addresses = await preparedCloud(settings, dynamo.endpoint, queuesUrl, `http://127.0.0.1:${vendorsPort}`);
  writeRun(folder.path, settings, addresses);
  const functions = await keep("functions", functionsSettings(settings, secrets, addresses, folder.path, variables));
  return { dynamo, functions, others: [vendors, ...(queues === undefined ? [] : [queues])] };
}

function partKeeper({ folder, say, onStarted }: LocalSystemOptions, note: ReturnType<typeof processesFile>) {
  return async (name: Part, variables: Readonly<Record<string, string | undefined>>): Promise<KeptProcess> => {
    const onOutput = childOutput(name, join(folder.path, `${name}.log`), say);
    const kept = await keepRunning({
      start: () => startChild({ name, file: new URL(`./${name}-process.ts`, import.meta.url), variables, onOutput }),
      onReady: (child, restarts) => {
        note(name, child.pid);
        say(restarts === 0 ? `${name}: running` : `${name}: running again, restart ${restarts}`);
      },
      onRestartFailed: (error) => say(`${name}: ${error instanceof Error ? error.message : "could not start"}`),
    });
    onStarted(kept);
    return kept;
  };
}

async function startQueues(
  { settings, folder, variables }: LocalSystemOptions,
  dynamo: LocalDynamo,
  keep: ReturnType<typeof partKeeper>,
) {
  if (settings.AWS_ENDPOINT_URL !== undefined) return { endpoint: settings.AWS_ENDPOINT_URL };
  const port = await freePort();
  const pid = dynamo.process?.pid;
  const kept = await keep("queues", {
    ...variables,
    AWS_REGION: settings.AWS_REGION,
    QUEUES_PORT: String(port),
    QUEUES_FOLDER: join(folder.path, "queues"),
    ...(pid === undefined ? {} : { DYNAMODB_PID: String(pid) }),
  });
  return { endpoint: `http://127.0.0.1:${port}`, kept };
}

/** Table, queues and buckets, as CDK would have made them. */
async function preparedCloud(
  { AWS_REGION: region, QUEUE_VISIBILITY }: DevSettings,
  dynamodb: string,
  queues: string,
  vendors: string,
): Promise<LocalAddresses> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const [streamArn, queue] = await Promise.all([
    readyTable(new DynamoDBClient({ endpoint: dynamodb, region, credentials }), localNames.table),
    createQueues(
      new SQSClient({ endpoint: queues, region, credentials }),
      queues,
      Math.max(1, Math.round(durationMs(QUEUE_VISIBILITY) / 1000)),
    ),
    createBuckets(new S3Client({ endpoint: queues, region, credentials, forcePathStyle: true }), [
      localNames.transcripts,
      localNames.attachments,
    ]),
  ]);
  return { dynamodb, queues, vendors, streamArn, queue };
}

function writeRun(folder: string, settings: DevSettings, { streamArn: _, ...addresses }: LocalAddresses): void {
  const run: Run = { url: `http://localhost:${settings.PORT}`, region: settings.AWS_REGION, ...addresses };
  writeFileSync(runFile(folder), JSON.stringify(run, undefined, 2));
}
