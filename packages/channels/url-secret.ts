import { createHmac } from "node:crypto";
import { isSameText } from "#channels/is-same-text";
import type { WebhookRequest } from "#contracts/channel-adapter";

/**
 * The secret part of the address that we give to a vendor who signs nothing (eSMS reports, Stringee, OMICall).
 *
 * Derived from a secret that both sides have anyway, one for each source, so that an address that leaks opens one door.
 */
export function urlSecret(key: string, source: string): string {
  return createHmac("sha256", key).update(`webhooks/${source}`).digest("hex").slice(0, 40);
}

/** Does the call carry the secret, as the last part of its path or as `secret` in its query? */
export function carriesUrlSecret({ path, query }: WebhookRequest, secret: string): boolean {
  const inPath = path.split("?", 1)[0]?.split("/").at(-1) ?? "";
  const inQuery = new URLSearchParams(query).get("secret") ?? "";
  return [inPath, inQuery].map((given) => isSameText(given, secret)).includes(true);
}
