import { Webhook } from "standardwebhooks";
import { isSameText } from "#channels/is-same-text";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

/** Older or newer calls are refused; the standard's own libraries allow the same five minutes. */
const TOLERANCE_SECONDS = 5 * 60;

function signatureOf(request: WebhookRequest, id: string, seconds: number, secret: string): string | undefined {
  try {
    const body = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(request.body);
    return new Webhook(secret).sign(id, new Date(seconds * 1000), body);
  } catch {
    return undefined;
  }
}

/**
 * Proves a call that is signed as standardwebhooks.com says, over the body as received.
 *
 * The library's `sign` with our own comparison, not its `verify`, which reads the clock by itself.
 */
export function proveStandardWebhook(request: WebhookRequest, secret: string, now: Date): Proof {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = request.headers;
  if (!id || !timestamp || !signatures) return { kind: "forged", reason: "no Standard Webhooks signature" };
  if (!/^\d{1,12}$/.test(timestamp)) return { kind: "forged", reason: "webhook-timestamp is not in seconds" };
  const ageSeconds = now.getTime() / 1000 - Number(timestamp);
  if (Math.abs(ageSeconds) > TOLERANCE_SECONDS)
    return { kind: "forged", reason: "webhook-timestamp is too far from now" };
  const expected = signatureOf(request, id, Number(timestamp), secret);
  if (expected === undefined) return { kind: "malformed", reason: "the body is not UTF-8" };
  const isSigned = signatures.split(" ", 10).some((signature) => isSameText(signature, expected));
  return isSigned ? { kind: "genuine" } : { kind: "forged", reason: "wrong Standard Webhooks signature" };
}
