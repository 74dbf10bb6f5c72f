import { createHash, createHmac } from "node:crypto";
import { withBodyText, withHeaders, withJsonValue } from "./body-text.ts";
import { addressSecret } from "./esms-hand.ts";
import type { SampleRequest } from "./sample.ts";
import type { SendingSettings, VendorHand } from "./vendor-hand.ts";

/** Exchanges that sign nothing: their address carries a secret. */
const unsigned = /^\/webhooks\/(phone\/calls\/(?:stringee|omicall))/;

/** Call centres and sensors: Standard Webhooks, or the secret in the address that we gave to an exchange. */
export const standardHand: VendorHand = {
  writes: (path) => path.startsWith("/webhooks/phone/") || path.startsWith("/webhooks/sensor"),
  renew: (request, { newId }) =>
    withBodyText(request, (text) =>
      request.path.startsWith("/webhooks/sensor") ? withJsonValue(text, "id", newId()) : withFreshCall(text, newId()),
    ),
  sign(request, settings) {
    const source = unsigned.exec(request.path)?.[1];
    if (source === undefined) return signed(request, settings);
    const query = new URLSearchParams(request.query);
    query.set("secret", addressSecret(settings.secrets.PHONE_WEBHOOK_SECRET, source));
    return { ...request, query: query.toString() };
  },
};

/** The call's id under whatever name the form gives it: the first of these that is there. */
function withFreshCall(text: string, id: string): string {
  const name = ["call_id", "transaction_id", "linkedid", "uniqueid", "id"].find((each) => text.includes(`"${each}"`));
  return name === undefined ? text : withJsonValue(text, name, id);
}

function signed(request: SampleRequest, { secrets, now }: SendingSettings): SampleRequest {
  const isSensor = request.path.startsWith("/webhooks/sensor");
  const secret = isSensor ? secrets.EVENTS_WEBHOOK_SECRET : secrets.PHONE_WEBHOOK_SECRET;
  const ownId = `msg_${createHash("sha256").update(request.body).digest("hex").slice(0, 24)}`;
  const id = request.headers["ce-id"] ?? ownId;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(request.body).digest("base64");
  return withHeaders(request, {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  });
}
