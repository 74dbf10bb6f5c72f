import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";
import type { Channel } from "#contracts/words";

/** A webhook call as it came in: bytes untouched, header names in lower case. */
export interface WebhookRequest {
  readonly method: string;
  /** Path as received, without scheme and host; a query that is still on it is the same as `query`. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** `probe`: the vendor tests the address; answer it, queue nothing. */
export type Proof =
  | { readonly kind: "genuine" }
  | { readonly kind: "probe" }
  | { readonly kind: "malformed"; readonly reason: string }
  | { readonly kind: "forged"; readonly reason: string };

export interface Identity {
  /** FIFO group: `<channel>#<sender>`; no phone number in clear. */
  readonly conversation: string;
  /** Unique in the conversation; the same for every redelivery. */
  readonly messageId: string;
}

export interface WebhookAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
}

/**
 * What every channel's folder gives: proof of origin over the raw bytes, the message's identity without reading it
 * in full, the vendor's own form of answer, and the reading itself, which runs later and elsewhere.
 */
export interface ChannelAdapter {
  readonly channel: Channel;
  /** The path below /webhooks/ and the name in `RawDelivery.source`, e.g. `sms/esms`. */
  readonly source: string;
  /** The HTTP method the vendor uses. */
  readonly method: "GET" | "POST";
  /**
   * Awaited before `prove` where the proof needs something that is not in the call (SNS: the signing certificate).
   * Throws when it cannot be had now: answer 503, so that the vendor tries again.
   */
  prepare?(request: WebhookRequest): Promise<void>;
  prove(request: WebhookRequest, now: Date): Proof;
  /** Awaited after a proof of `probe` where the vendor waits for us to call back (SNS: confirming a subscription). */
  confirm?(request: WebhookRequest): Promise<void>;
  /** Never throws: where the body gives no identity, both are derived from its SHA-256. */
  identify(request: WebhookRequest): Identity;
  /** The vendor's form of "thank you". `duplicate` and first delivery get the same answer. */
  answer(request: WebhookRequest): WebhookAnswer;
  /** Pure. Throws never: what cannot be read is `unreadable` with a reason free of personal data. */
  parse(delivery: RawDelivery): ParsedDelivery;
}

/** The keyed hash under which a phone number or channel id may stand in a key, a log or a queue's group. */
export type Pseudonym = (value: string) => string;
