import { TransactionCanceledException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import type { OutsideCall } from "./dynamo-interference.ts";
import type { FaultKind } from "./fault-plan.ts";

/** A fault that the SDK tries once more before the function hears of it. */
export class PassingError extends Error {
  constructor(name: string) {
    super(`${name}, injected`);
    this.name = name;
  }
}

export interface Surroundings {
  /** Answers of index queries by partition, shared by all processes: what a stale index still shows. */
  readonly indexBefore: Map<string, unknown>;
  /** The table took a call, whatever its caller was told. */
  readonly onApplied: (call: OutsideCall) => void;
}

/** Carries a call out as its fault allows: refused, carried out and denied, or answered from an older index. */
export async function sufferedCall<T>(
  call: OutsideCall,
  carryOut: () => Promise<T>,
  fault: FaultKind | undefined,
  { indexBefore, onApplied }: Surroundings,
): Promise<T> {
  const refusal = refusalOf(call, fault);
  if (refusal !== undefined) throw refusal;
  const partition = indexPartition(call);
  if (fault === "stale" && partition !== undefined && indexBefore.has(partition))
    return indexBefore.get(partition) as T;
  const [outcome] = await Promise.allSettled([carryOut()]);
  if (outcome.status === "fulfilled") onApplied(call);
  if (fault === "timed-out-after") throw new PassingError("TimeoutError");
  if (outcome.status === "rejected") throw outcome.reason;
  if (partition !== undefined) indexBefore.set(partition, outcome.value);
  return outcome.value;
}

function refusalOf(call: OutsideCall, fault: FaultKind | undefined): Error | undefined {
  switch (fault) {
    case "throttled":
      return new PassingError("ThrottlingException");
    case "timed-out-before":
      return new PassingError("TimeoutError");
    case "conflict":
      return conflictOn(call);
    default:
      return undefined;
  }
}

function conflictOn({ name, input = {} }: OutsideCall): Error {
  const about = { message: "injected", $metadata: {} };
  if (name !== "TransactWriteItems") return new TransactionConflictException(about);
  const items = input["TransactItems"] as readonly unknown[];
  const CancellationReasons = items.map((_, index) => ({ Code: index === 0 ? "TransactionConflict" : "None" }));
  return new TransactionCanceledException({ ...about, CancellationReasons });
}

function indexPartition({ input = {} }: OutsideCall): string | undefined {
  const values = input["ExpressionAttributeValues"] as Readonly<Record<string, unknown>> | undefined;
  return input["IndexName"] === undefined ? undefined : JSON.stringify(values?.[":shard"]);
}
