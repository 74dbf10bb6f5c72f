import { hash, timingSafeEqual } from "node:crypto";
import type { ZaloAccount } from "#channels/zalo/zalo-account";
import { zaloEventOf } from "#channels/zalo/zalo-event-of";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

const forged = (reason: string): Proof => ({ kind: "forged", reason });
const malformed: Proof = { kind: "malformed", reason: "the body is not a JSON object in UTF-8" };
const probe: Proof = { kind: "probe" };

/** The console saves an address only after an unsigned `{}`, or nothing at all, was answered with 200. */
function isProbe(body: Uint8Array): boolean {
  if (body.length > 32) return false;
  return ["", "{}"].includes(Buffer.from(body).toString("latin1").replace(/\s/g, ""));
}

/** The 32 bytes of `mac=<hex>` or bare hex; undefined for anything else, so that bytes are compared and never characters. */
function macOf(header: string): Uint8Array | undefined {
  const hex = header.trim().replace(/^mac=/i, "").trim();
  return /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, "hex") : undefined;
}

/** Plain SHA-256 of the four put together, as Zalo's own SDK builds it; many public copies wrongly use HMAC. */
export function zaloMac(body: Uint8Array, timestamp: string, { appId, webhookSecret }: ZaloAccount): Buffer {
  const signed = Buffer.concat([Buffer.from(appId), body, Buffer.from(timestamp + webhookSecret)]);
  return hash("sha256", signed, "buffer");
}

const isTimestamp = (given: string | undefined): given is string => given !== undefined && /^\d{10,16}$/.test(given);

/** The call's timestamps, and whether the mac fits one of them. Which of the two Zalo signs is not documented. */
function proveSigned(mac: Uint8Array, { headers, body }: WebhookRequest, account: ZaloAccount): Proof {
  const event = zaloEventOf(body);
  const timestamps = [headers["x-zevent-timestamp"]?.trim(), event?.timestamp].filter(isTimestamp);
  if (timestamps.length === 0) return event === undefined ? malformed : forged("no timestamp of 10 to 16 digits");
  if (!timestamps.some((timestamp) => timingSafeEqual(mac, zaloMac(body, timestamp, account))))
    return forged("wrong mac");
  if (isProbe(body)) return probe;
  if (event === undefined) return malformed;
  const isOtherApp = event.app_id !== undefined && event.app_id !== account.appId;
  return isOtherApp ? forged("app_id is another app's") : { kind: "genuine" };
}

/**
 * Is the call from Zalo? The mac stands over the bytes as received and a timestamp.
 *
 * The timestamp's age is not looked at: Zalo redelivers for two hours, and a repeated call changes nothing because its
 * identity is the same.
 */
export function proveZalo(request: WebhookRequest, account: ZaloAccount): Proof {
  const signature = request.headers["x-zevent-signature"]?.trim() ?? "";
  if (signature === "") return isProbe(request.body) ? probe : forged("no X-ZEvent-Signature header");
  if (account.appId === "" || account.webhookSecret === "") return forged("app id or webhook secret is not configured");
  const mac = macOf(signature);
  if (mac === undefined) return forged("X-ZEvent-Signature is not mac= and 64 hexadecimal digits");
  return proveSigned(mac, request, account);
}
