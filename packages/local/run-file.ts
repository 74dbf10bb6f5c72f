import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const addressSchema = z.object({ url: z.string(), arn: z.string() });
const queueSchema = addressSchema.extend({ deadLetters: addressSchema });

export const queueAddressesSchema = z.object({ inbound: queueSchema, "sla-due": queueSchema, outbound: queueSchema });

/** Where the running system's parts are, for the commands that talk to it. */
export const runSchema = z.object({
  url: z.string(),
  region: z.string(),
  dynamodb: z.string(),
  queues: z.string(),
  vendors: z.string(),
  queue: queueAddressesSchema,
});
export type Run = z.infer<typeof runSchema>;

/** No system runs on this data folder. */
export class NothingRunsError extends Error {
  override readonly name = "NothingRunsError";
}

export const runFile = (folder: string): string => join(folder, "run.json");

/** What `npm run dev` wrote about itself. */
export function readRun(folder: string): Run {
  const file = runFile(folder);
  if (!existsSync(file)) {
    throw new NothingRunsError(
      `Nothing runs on the data folder ${folder}. Start \`npm run dev\` first, or set DATA_DIR.`,
    );
  }
  return runSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
