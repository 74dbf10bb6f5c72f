import { createHmac } from "node:crypto";
import { isSameText } from "#channels/is-same-text";
import { requestText } from "#channels/request-text";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

export interface TwilioAccount {
  readonly authToken: string;
  /** The address under which Twilio calls us, without path: it signs the whole URL. */
  readonly publicUrl: string;
}

/** Twilio's recipe: HMAC-SHA1 over the URL and every form field, sorted, each name followed by its different values. */
export function twilioSign(url: string, form: URLSearchParams, authToken: string): string {
  const names = [...new Set(form.keys())].toSorted();
  const fields = names.map((name) =>
    [...new Set(form.getAll(name))]
      .toSorted()
      .map((value) => name + value)
      .join(""),
  );
  return createHmac("sha1", authToken)
    .update(url + fields.join(""), "utf8")
    .digest("base64");
}

/** Twilio signs the URL as configured, with or without the port that its scheme implies. */
function spellings(publicUrl: string, { path, query }: WebhookRequest): string[] {
  const { protocol, hostname, port } = new URL(publicUrl);
  const impliedPort = protocol === "https:" ? "443" : "80";
  const prefix = new URL(publicUrl).pathname.replace(/\/$/, "");
  const tail = `${prefix}${path.split("?", 1)[0]}${query === "" ? "" : `?${query}`}`;
  return [port || undefined, port || impliedPort].map(
    (shown) => `${protocol}//${hostname}${shown === undefined ? "" : `:${shown}`}${tail}`,
  );
}

/** Proves that Twilio sent this form to this address. */
export function proveTwilio(request: WebhookRequest, { authToken, publicUrl }: TwilioAccount): Proof {
  const given = request.headers["x-twilio-signature"];
  if (!given) return { kind: "forged", reason: "no X-Twilio-Signature" };
  const form = new URLSearchParams(requestText(request));
  const matches = spellings(publicUrl, request).map((url) => isSameText(given, twilioSign(url, form, authToken)));
  return matches.includes(true) ? { kind: "genuine" } : { kind: "forged", reason: "wrong Twilio signature" };
}
