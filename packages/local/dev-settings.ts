import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import * as z from "zod";
import { durationSchema } from "#contracts/words";
import { environment } from "#platform/environment";
import { durationMs } from "./duration-ms.ts";

const port = z.string().regex(/^\d{1,5}$/, "expected a port, e.g. 8022");
const duration = durationSchema.refine((text) => durationMs(text) > 0, "expected more than no time, e.g. PT5S");
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const shape = {
  PORT: port
    .default("8022")
    .transform(Number)
    .refine((number) => number > 0 && number < 65_536, "expected a port between 1 and 65535"),
  /** `memory` keeps nothing. */
  DATA_DIR: z.string().default(".local"),
  PROVINCE: z
    .string()
    .default("packages/province/dong-thap")
    .refine(isFolder, "expected a folder with a province's files")
    .transform((path) => (isAbsolute(path) ? path : resolve(path))),
  SWEEP_EVERY: duration.default("PT5S"),
  /** How long a message that a dead process had taken stays hidden. Deployed it is six times the function's time-out. */
  QUEUE_VISIBILITY: duration.default("PT30S"),
  AWS_REGION: z.string().default("ap-southeast-1"),
  /** An emulator that runs already; without it DynamoDB, SQS and S3 are started here. */
  AWS_ENDPOINT_URL: z.url({ protocol: /^https?$/, error: "expected a URL such as http://localhost:4566" }).optional(),
};
export type DevSettings = z.infer<z.ZodObject<typeof shape>>;

/** The settings of `npm run dev` from the environment; throws an EnvironmentError that names what is wrong. */
export function devSettings(variables?: Readonly<Record<string, string | undefined>>): DevSettings {
  return environment(shape, variables);
}
