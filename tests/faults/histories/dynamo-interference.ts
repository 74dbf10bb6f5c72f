import { AsyncLocalStorage } from "node:async_hooks";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** One call that leaves a function: to the table, to a queue or to a vendor. */
export interface OutsideCall {
  readonly to: "dynamodb" | "sqs" | "sms" | "zalo" | "email";
  /** Such as `TransactWriteItems`. */
  readonly name: string;
  /** As the table gets it, for `dynamodb` alone. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** Stands between a function and the world: may wait, refuse, answer by itself, or carry the call out and lie about it. */
export type Interference = <T>(call: OutsideCall, carryOut: () => Promise<T>) => Promise<T>;

const current = new AsyncLocalStorage<Interference>();

/** Everything that `work` calls, however deep and late, goes through `interference`. */
export function underInterference<T>(interference: Interference, work: () => Promise<T>): Promise<T> {
  return current.run(interference, work);
}

/** A call to a queue or a vendor; the table's calls come here by themselves. */
export function outside<T>(call: OutsideCall, carryOut: () => Promise<T>): Promise<T> {
  const interference = current.getStore();
  return interference === undefined ? carryOut() : interference(call, carryOut);
}

/**
 * Lets the client's calls be interfered with.
 *
 * It sits behind the SDK's serialisation and before its signature, where the SDK's own retries are: carried out twice,
 * a transaction has the same token twice.
 */
export function letInterfere(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      const name = String(context["commandName"]).replace(/Command$/, "");
      return outside({ to: "dynamodb", name, input: args.input as Record<string, unknown> }, () => next(args));
    },
    { step: "build", priority: "low", name: "interference" },
  );
}
