import type { FunctionName } from "../../functions/function-names.ts";

/**
 * KiB of JavaScript that a cold start reads before the first line of a handler runs.
 *
 * Citizens and vendors wait for the three APIs; a worker's cold start is only felt as a later acknowledgement.
 */
export const entryBudgetsKib: Readonly<Record<FunctionName, number>> = {
  "channel-webhooks": 60,
  "read-transcript": 250,
  "citizen-api": 400,
  "open-ticket": 250,
  "desk-api": 400,
  "sweep-sla": 250,
  "fire-sla": 250,
  "publish-events": 250,
  "send-message": 250,
};
