import type { DoubleAccounts } from "./double-accounts.ts";
import type { DoubleOutbox } from "./double-outbox.ts";
import type { Failures } from "./failures.ts";

export interface DoubleDependencies {
  readonly accounts: DoubleAccounts;
  readonly outbox: DoubleOutbox;
  readonly failures: Failures;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Calls an address of ours to tell what became of a message; without it nobody is told. */
  readonly report?: (url: string) => void;
}
