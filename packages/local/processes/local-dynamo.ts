import type { ChildProcess } from "node:child_process";
import type { DevSettings } from "../dev-settings.ts";
import { startDynamo } from "../engines/start-dynamo.ts";

/** The DynamoDB of the running system: started here, or an emulator that somebody else runs. */
export interface LocalDynamo {
  readonly name: string;
  readonly endpoint: string;
  readonly process?: ChildProcess;
}

/** Starts DynamoDB, or points to the emulator that the environment names. */
export async function localDynamo(
  { AWS_ENDPOINT_URL }: DevSettings,
  folder: string | undefined,
  onSpawn: (process: ChildProcess) => void,
): Promise<LocalDynamo> {
  if (AWS_ENDPOINT_URL === undefined) return startDynamo(folder, onSpawn);
  await fetch(AWS_ENDPOINT_URL).catch(() => {
    throw new Error(`Nothing answers at AWS_ENDPOINT_URL, ${AWS_ENDPOINT_URL}. Start the emulator first, or unset it.`);
  });
  return { name: "the emulator of AWS_ENDPOINT_URL", endpoint: AWS_ENDPOINT_URL };
}
