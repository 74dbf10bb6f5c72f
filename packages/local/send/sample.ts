import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";

/** A call to one of our webhooks, as a sample writes it. Header names in lower case. */
export interface SampleRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Sample {
  readonly request: SampleRequest;
  /** The vendor would sign it; false for samples that show a wrong signature, or none. */
  readonly isToBeSigned: boolean;
}

const sampleSchema = z.object({
  sign: z.boolean().default(false),
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.string().default(""),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(""),
    bodyBase64: z.string().optional(),
  }),
});
const expectedSchema = z.object({ proof: z.object({ kind: z.string() }) });

/** A file that is no sample of a channel. */
export class SampleError extends Error {
  override readonly name = "SampleError";
}

/** Reads a sample of `events/channels/` and, from the file beside it, whether it is a genuine call. */
export function readSample(file: string): Sample {
  const { sign, request } = read(file, sampleSchema, 'expected {"sign"?, "request": {"method", "path", ...}}');
  const expectedFile = file.replace(/\.json$/, ".expected.json");
  const expected = existsSync(expectedFile) ? read(expectedFile, expectedSchema, 'expected {"proof": ...}') : undefined;
  const { bodyBase64, body, headers, ...rest } = request;
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const bytes = bodyBase64 === undefined ? Buffer.from(body, "utf8") : Buffer.from(bodyBase64, "base64");
  return {
    request: { ...rest, headers: Object.fromEntries(lowerCase), body: bytes },
    isToBeSigned: sign || expected?.proof.kind === "genuine",
  };
}

function read<T>(file: string, schema: z.ZodType<T>, expectation: string): T {
  if (!existsSync(file)) throw new SampleError(`There is no file ${file}. Samples are below events/channels/.`);
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new SampleError(`${file} is no sample of a channel: ${expectation}`, { cause });
  }
}
