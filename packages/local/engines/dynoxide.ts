import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type DynamoEngine, type DynamoEngineOptions, whenListening } from "./dynamo-engine.ts";

/** The native engine for machines without Java, where its optional package is installed. */
export function dynoxideBinary(): string | undefined {
  try {
    const binary = join(
      dirname(createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json")),
      "dynoxide",
    );
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

export function startDynoxide(
  binary: string,
  { port, folder, detached = false, onSpawn }: DynamoEngineOptions,
): Promise<DynamoEngine> {
  const file = folder === undefined ? [] : ["--db-path", join(folder, "dynoxide.db")];
  const process = spawn(binary, ["--port", String(port), ...file], { stdio: "ignore", detached });
  onSpawn?.(process);
  return whenListening({ name: "Dynoxide (native)", endpoint: `http://127.0.0.1:${port}`, process }, port);
}
