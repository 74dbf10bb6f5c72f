import type { OutboundChannel, OutboundMessage } from "#contracts/outbound-message";
import type { DeliveryReceipt } from "#contracts/parsed-delivery";

/** A message that one worker may send now. `attempts` is its fence: whoever claims after it makes it void. */
export interface Claim {
  readonly message: OutboundMessage;
  /** An earlier worker claimed it and said nothing more: it may have been sent. Since when, and on this channel. */
  readonly abandonedSince?: string;
}

export type ClaimAnswer =
  | { readonly kind: "claimed"; readonly claim: Claim }
  | { readonly kind: "held"; readonly until: string }
  | { readonly kind: "busy"; readonly freeAt: string }
  | { readonly kind: "done"; readonly message: OutboundMessage }
  | { readonly kind: "missing" };

/** What became of one vendor message a receipt speaks of. */
export type ReceiptAnswer =
  | { readonly kind: "recorded" | "old"; readonly messageId: string }
  /** It failed and goes out again on the next channel. */
  | { readonly kind: "requeued"; readonly messageId: string }
  /** It failed for good. */
  | { readonly kind: "failed"; readonly message: OutboundMessage }
  /** Nothing we sent carries this id (yet). */
  | { readonly kind: "unknown" };

/**
 * Every message that leaves the house, stored before it is sent.
 *
 * All moves are conditional: of any number of workers, one sends. The settling calls answer false when the claim is
 * void because somebody else took over.
 */
export interface Outbox {
  /** Stores a message unless its id is known; answers the state it has. */
  put(message: OutboundMessage): Promise<OutboundMessage["state"]>;
  find(id: string): Promise<OutboundMessage | undefined>;
  claim(id: string, now: Date): Promise<ClaimAnswer>;
  sent(claim: Claim, sent: { source: string; vendorMessageId?: string | undefined; at: Date }): Promise<boolean>;
  failed(claim: Claim, reason: string): Promise<boolean>;
  /** May or may not have been sent, and nobody can tell: never sent again. */
  unconfirmed(claim: Claim, reason: string): Promise<boolean>;
  /** Gives the claim back, for another attempt later. */
  release(claim: Claim, reason: string): Promise<boolean>;
  /** Goes on with the next channel under the same claim, renewed. */
  fallBack(claim: Claim, to: OutboundChannel, reason: string, now: Date): Promise<Claim | undefined>;
  receive(receipt: DeliveryReceipt): Promise<ReceiptAnswer[]>;
  /** Ids of messages whose time has come (end of quiet hours); each is answered again until somebody claims it. */
  releaseHeld(now: Date): Promise<string[]>;
}
