import type { LocalSecrets } from "../local-secrets.ts";
import type { SampleRequest } from "./sample.ts";

export interface SendingSettings {
  readonly secrets: LocalSecrets;
  /** Under which address the vendor knows us. */
  readonly publicUrl: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * A vendor's hand, as `npm run send` and the fault runs write with it.
 *
 * Written from the vendors' own recipes and not with our adapters' code: a proof that both sides share would prove
 * nothing.
 */
export interface VendorHand {
  /** Is it this vendor who calls this path? */
  writes(path: string): boolean;
  /** There is nothing to sign, and yet something to rewrite. */
  readonly isUnsigned?: boolean;
  /** The same words as a message that was never sent before. */
  renew(request: SampleRequest, settings: SendingSettings): SampleRequest;
  /** For the running system's account, and signed. */
  sign(request: SampleRequest, settings: SendingSettings): SampleRequest;
}
