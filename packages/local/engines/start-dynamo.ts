import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DynamoEngine } from "./dynamo-engine.ts";
import { hasJava, startDynamodbLocal } from "./dynamodb-local.ts";
import { dynoxideBinary, startDynoxide } from "./dynoxide.ts";
import { freePort } from "./free-port.ts";

/**
 * Starts the best DynamoDB that this machine can run: AWS's own with Java, else the native one.
 *
 * `folder` keeps the data, in a folder for each engine: neither reads the other's files.
 */
export async function startDynamo(
  folder: string | undefined,
  onSpawn: (process: ChildProcess) => void = () => {},
): Promise<DynamoEngine> {
  const options = (engine: string) => ({
    detached: true,
    onSpawn,
    ...(folder === undefined ? {} : kept(folder, engine)),
  });
  if (hasJava()) return startDynamodbLocal({ port: await freePort(), ...options("dynamodb-local") });
  const binary = dynoxideBinary();
  if (binary !== undefined) return startDynoxide(binary, { port: await freePort(), ...options("dynoxide") });
  throw new Error(
    "No DynamoDB can run on this machine. Install Java 17 or newer (for DynamoDB Local), " +
      "or set AWS_ENDPOINT_URL to an emulator that is already running, e.g. http://localhost:4566.",
  );
}

function kept(folder: string, engine: string): { folder: string } {
  const path = join(folder, engine);
  mkdirSync(path, { recursive: true });
  return { folder: path };
}
