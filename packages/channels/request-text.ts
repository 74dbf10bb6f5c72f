import type { WebhookRequest } from "#contracts/channel-adapter";

/** A call's body as text, broken bytes replaced: good enough to find an identity, never to prove a signature. */
export function requestText({ body }: WebhookRequest): string {
  return new TextDecoder("utf-8").decode(body);
}
