import { createHash } from "node:crypto";
import type { Identity, WebhookRequest } from "#contracts/channel-adapter";
import type { Channel } from "#contracts/words";

/** A queue's group and deduplication id take 128 characters each, and together hold conversation and message id. */
const LONGEST_ID = 48;

const sha256 = (...parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex").slice(0, 40);
};

/** A vendor's id as keys and queues take it: as it is, or its hash when it is long or has unusual characters. */
export function plainId(id: string): string {
  return id.length <= LONGEST_ID && /^[A-Za-z0-9/][\w.:@/+=-]*$/.test(id) ? id : `sha256-${sha256(id)}`;
}

/** The identity of a call in which none can be found: the same bytes are the same message, and its own conversation. */
export function identityOfBytes(channel: Channel, { query, body }: WebhookRequest): Identity {
  const hash = sha256(query, body);
  return { conversation: `${channel}#sha256-${hash}`, messageId: `sha256-${hash}` };
}
