import type { SQSClient } from "@aws-sdk/client-sqs";
import type { LocalQueueAddresses } from "../create-queues.ts";
import { queueDepth } from "../queue-depth.ts";

/**
 * Waits until nothing is left to do: every queue empty, delayed messages aside, and the table's changes told.
 *
 * One empty look is not enough, since telling a change fills a queue: the end of the changes must have been reached
 * twice between two empty looks. False when `patienceMs` was not long enough.
 */
export async function runEmpty(
  sqs: SQSClient,
  queues: LocalQueueAddresses,
  timesAtEnd: () => number,
  patienceMs: number,
): Promise<boolean> {
  const endsAt = performance.now() + patienceMs;
  const isEmpty = async () => {
    const depths = await Promise.all(Object.values(queues).map(({ url }) => queueDepth(sqs, url)));
    return depths.every(({ visible, inFlight }) => visible + inFlight === 0);
  };
  let emptySince: number | undefined;
  while (performance.now() < endsAt) {
    const empty = await isEmpty();
    if (!empty) emptySince = undefined;
    else if (emptySince === undefined) emptySince = timesAtEnd();
    else if (timesAtEnd() >= emptySince + 2) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
