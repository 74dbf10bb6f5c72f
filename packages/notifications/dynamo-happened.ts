import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** True if a conditional write happened, false if its condition did not hold. Everything else is a fault. */
export function happened(write: Promise<unknown>): Promise<boolean> {
  return unless(write, "ConditionalCheckFailed");
}

/** As `happened`, but meeting another transaction on the same item is losing too: for what the next run does again. */
export function wonRace(write: Promise<unknown>): Promise<boolean> {
  return unless(write, "ConditionalCheckFailed", "TransactionConflict");
}

async function unless(write: Promise<unknown>, ...refusals: readonly string[]): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (!(error instanceof TransactionCanceledException)) throw error;
    if ((error.CancellationReasons ?? []).some(({ Code = "" }) => refusals.includes(Code))) return false;
    throw error;
  }
}
