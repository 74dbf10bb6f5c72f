import { atMost, type Measure, told } from "../report/measure.ts";
import { lifecycleUnits } from "./lifecycle-units.ts";

/** What a ticket's whole life costs in DynamoDB, step by step and in all. */
export async function lifecycleMeasures(endpoint: string, table: string): Promise<Measure[]> {
  const steps = await lifecycleUnits(endpoint, table);
  const total = (kind: "write" | "read") => steps.reduce((sum, step) => sum + step[kind], 0);
  return [
    ...steps.map(({ name, write }) => told({ name: `life of a ticket: ${name}`, value: write, unit: "write units" })),
    atMost({ name: "life of a ticket", value: total("write"), unit: "write units" }, 60),
    told({ name: "life of a ticket, reads", value: total("read"), unit: "read units" }),
  ];
}
