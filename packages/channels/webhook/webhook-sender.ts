import { createHash } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { callVendor, type Fetch } from "#channels/call-vendor";
import { onlyGiven } from "#channels/only-given";
import { isPublicAddress } from "#channels/webhook/is-public-address";
import { retryAfterMs } from "#channels/webhook/retry-after";
import type { OutboundDelivery, Sender, SendOutcome } from "#contracts/outbound-message";

export interface WebhookSenderSettings {
  /** The Standard Webhooks secret (`whsec_...`) of the subscription that listens at an address. */
  readonly secretOf: (url: string) => Promise<string>;
  /** All addresses of a host name, as `dns.promises.lookup` with `all` gives them. */
  readonly addressesOf: (host: string) => Promise<readonly string[]>;
  /** On a laptop the receiver is on the same machine; deployed, never. */
  readonly allowPrivate: boolean;
  readonly fetch: Fetch;
  readonly now: () => Date;
  readonly timeoutMs?: number;
}

/** The standard advises 15 to 30 seconds; ours is shorter, because a function waits and is paid for waiting. */
const PATIENCE_MS = 10_000;
const GONE = 410;

const refused = (reason: string): SendOutcome => ({ kind: "refused", reason });

/** The id that stays the same over all attempts, without the dot that separates the parts of what is signed. */
function webhookId(messageId: string): string {
  const isPlain = /^[\w-]{1,64}$/.test(messageId);
  return isPlain ? messageId : `msg_${createHash("sha256").update(messageId).digest("hex").slice(0, 40)}`;
}

/** Why a subscriber's address may not be called: it would let an outsider reach what is behind our walls. */
async function objectionTo(url: URL, settings: WebhookSenderSettings): Promise<SendOutcome | undefined> {
  if (settings.allowPrivate) return /^https?:$/.test(url.protocol) ? undefined : refused("webhook is no web address");
  if (url.protocol !== "https:") return refused("webhook address is not https");
  if (url.username !== "" || url.password !== "") return refused("webhook address holds a password");
  try {
    const addresses = await settings.addressesOf(url.hostname.replace(/^\[|\]$/g, ""));
    const isOpen = addresses.length > 0 && addresses.every(isPublicAddress);
    return isOpen ? undefined : refused("webhook address is not public");
  } catch {
    return { kind: "retry", reason: "webhook host is not found" };
  }
}

function signedRequest(id: string, body: string, secret: string, now: Date): RequestInit {
  const headers = {
    "content-type": "application/cloudevents+json; charset=UTF-8",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, now, body),
  };
  return { method: "POST", headers, body };
}

async function send(delivery: OutboundDelivery, settings: WebhookSenderSettings): Promise<SendOutcome> {
  if (delivery.payload === undefined) return refused("webhook without an event");
  if (!URL.canParse(delivery.to)) return refused("webhook is no web address");
  const url = new URL(delivery.to);
  const objection = await objectionTo(url, settings);
  if (objection !== undefined) return objection;
  const secret = await settings.secretOf(delivery.to);
  const now = settings.now();
  const request = signedRequest(webhookId(delivery.messageId), JSON.stringify(delivery.payload), secret, now);
  const answer = await callVendor(settings.fetch, url, request, settings.timeoutMs ?? PATIENCE_MS);
  if (answer.kind !== "answer") return { kind: "retry", reason: `webhook ${answer.reason}` };
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === GONE) return refused("webhook is gone (410)");
  return {
    kind: "retry",
    reason: `webhook HTTP ${status}`,
    ...onlyGiven({ afterMs: retryAfterMs(headers.get("retry-after"), now) }),
  };
}

/**
 * Integration events to a partner's address, signed as standardwebhooks.com says.
 *
 * Trying again is always safe: `webhook-id` is the same in each attempt, and a receiver drops what it has seen. A
 * redirect is a failure: it could lead behind our walls.
 */
export function webhookSender(settings: WebhookSenderSettings): Sender {
  return { channel: "webhook", send: (delivery) => send(delivery, settings), wasSent: async () => "no" };
}
