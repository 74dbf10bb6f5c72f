import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import { proveStandardWebhook } from "#channels/standard-webhooks";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

/** Proves a call signed by Standard Webhooks whose body has to be JSON; a stranger is not told about his JSON. */
export function proveSignedJson(request: WebhookRequest, secret: string, now: Date): Proof {
  const proof = proveStandardWebhook(request, secret, now);
  if (proof.kind !== "genuine" || readJson(requestText(request)) !== undefined) return proof;
  return { kind: "malformed", reason: "the body is not JSON" };
}
