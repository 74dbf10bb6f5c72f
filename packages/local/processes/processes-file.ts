import * as z from "zod";
import { keptJson } from "../pumps/kept-json.ts";

const processesSchema = z.object({
  supervisor: z.number().optional(),
  functions: z.number().optional(),
  dynamodb: z.number().optional(),
  queues: z.number().optional(),
  vendors: z.number().optional(),
});
export type Processes = z.infer<typeof processesSchema>;

/** `processes.json`: the process ids of the running system, always whole, always the newest. */
export function processesFile(file: string): (name: keyof Processes, pid: number) => void {
  const kept = keptJson(file, processesSchema, {});
  let processes: Processes = {};
  return (name, pid) => {
    processes = { ...processes, [name]: pid };
    kept.write(processes);
  };
}
