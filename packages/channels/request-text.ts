import type { WebhookRequest } from "#contracts/channel-adapter";

const utf8 = new TextDecoder("utf-8");

/** A call's body as text, broken bytes replaced: good enough to find an identity, never to prove a signature. */
export function requestText({ body }: WebhookRequest): string {
  return utf8.decode(body);
}
