import type { Logger } from "#platform/logger";
import { type Pump, pause, runLoops } from "./pump.ts";

export interface SchedulePumpOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
  readonly logger: Logger;
}

/** Runs something at once and then at every interval; a run that takes longer delays the next, never meets it. */
export function schedulePump({ name, everyMs, run, logger }: SchedulePumpOptions): Pump {
  const once = async (stopped: AbortSignal) => {
    const startedAt = performance.now();
    await run().catch((error: unknown) => logger.error("scheduled run failed", { function: name, error }));
    await pause(Math.max(0, everyMs - (performance.now() - startedAt)), stopped);
  };
  return runLoops([once], () => {});
}
