import { existsSync, readFileSync } from "node:fs";
import { type BenchScale, benchParts } from "../bench-parts.ts";
import type { Measure } from "../report/measure.ts";

export interface TicketUnits {
  readonly writeUnit: number;
  readonly readUnit: number;
}

/** Units of a whole life as `npm run bench` wrote them down, or measured now where it has not run. */
export async function ticketUnits(resultsFile: string, scale: BenchScale): Promise<TicketUnits> {
  const written = existsSync(resultsFile)
    ? (JSON.parse(readFileSync(resultsFile, "utf8")) as { measures: Measure[] }).measures
    : [];
  return unitsIn(written) ?? unitsIn((await benchParts["lifecycle"]?.(scale, () => {})) ?? []) ?? missing();
}

function unitsIn(measures: readonly Measure[]): TicketUnits | undefined {
  const figureOf = (name: string) => measures.find((measure) => measure.name === name)?.value;
  const [writeUnit, readUnit] = [figureOf("life of a ticket"), figureOf("life of a ticket, reads")];
  return writeUnit === undefined || readUnit === undefined ? undefined : { writeUnit, readUnit };
}

function missing(): never {
  throw new Error("The bench measured no units of a ticket's life");
}
