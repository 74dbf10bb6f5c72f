import type { DoubleOutbox } from "./double-outbox.ts";
import type { Failures } from "./failures.ts";

/** The accounts that the vendor double knows; a call that proves another one is refused as the vendor would. */
interface DoubleAccounts {
  readonly esms: { readonly apiKey: string; readonly secretKey: string };
  readonly zalo: {
    readonly appId: string;
    readonly appSecret: string;
    readonly oaId: string;
    /** The one from the administrator's consent. */
    readonly refreshToken: string;
  };
  /** Of our signed webhooks to partners and supervisors. */
  readonly webhookSecret: string;
}

export interface DoubleDependencies {
  readonly accounts: DoubleAccounts;
  readonly outbox: DoubleOutbox;
  readonly failures: Failures;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Calls an address of ours to tell what became of a message; without it nobody is told. */
  readonly report?: (url: string) => void;
}
