import { stringeeAccountOf } from "#channels/phone/calls/stringee-record";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import { proveStandardWebhook } from "#channels/standard-webhooks";
import { carriesUrlSecret, urlSecret } from "#channels/url-secret";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

/** The path below /webhooks/ to give to a PBX that signs nothing: its end is a secret. */
export function pbxPath(source: string, secret: string): string {
  return `${source}/${urlSecret(secret, source)}`;
}

/** Proves a PBX by the secret in the address that we gave it, or by a Standard Webhooks signature where a script can sign. */
export function provePbx(source: string, secret: string) {
  const expected = urlSecret(secret, source);
  return (request: WebhookRequest, now: Date): Proof => {
    if (request.headers["webhook-signature"] !== undefined) return proveStandardWebhook(request, secret, now);
    if (carriesUrlSecret(request, expected)) return { kind: "genuine" };
    return { kind: "forged", reason: "neither signed nor with our secret in the address" };
  };
}

/** Stringee besides tells its account in each event: another one's events are not ours, even at our address. */
export function proveStringee(source: string, secret: string, accountSid: string | undefined) {
  const prove = provePbx(source, secret);
  return (request: WebhookRequest, now: Date): Proof => {
    const proof = prove(request, now);
    if (proof.kind !== "genuine" || accountSid === undefined) return proof;
    const isOurs = stringeeAccountOf(readJson(requestText(request))) === accountSid;
    return isOurs ? proof : { kind: "forged", reason: "account_sid is not ours" };
  };
}
