import * as z from "zod";
import { type KeptJson, keptJson } from "./kept-json.ts";

const checkpointsSchema = z.object({
  streamArn: z.string(),
  /** By shard: the last record that was dealt with, or that the shard has come to its end. */
  shards: z.record(z.string(), z.object({ after: z.string().optional(), finished: z.boolean().optional() })),
});
export type StreamCheckpoints = z.infer<typeof checkpointsSchema>;

/** How far a stream has been read, kept after each success: a reader that dies repeats its last batch, no more. */
export function streamCheckpoints(file: string): KeptJson<StreamCheckpoints> {
  return keptJson(file, checkpointsSchema, { streamArn: "", shards: {} });
}
