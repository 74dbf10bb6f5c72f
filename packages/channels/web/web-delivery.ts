import { rawDeliveryOf } from "#channels/delivery-body";
import { webAdapter } from "#channels/web/web-adapter";
import type { WebFollowUpBody, WebFormBody } from "#channels/web/web-body";
import type { WebFormRequest, WebMessageRequest } from "#channels/web/web-form";
import type { RawDelivery } from "#contracts/raw-delivery";

/** What citizen-api promised in its answer, before anything was written. */
export interface IssuedCode {
  readonly code: string;
  /** SHA-256 of the tracking token, hex. */
  readonly trackingTokenHash: string;
  readonly sentAt: Date;
}

// Finding an identity in a web body takes no hash: its code is one already.
const { source, identify } = webAdapter({ pseudonym: (value) => value });

function delivery(body: WebFormBody | WebFollowUpBody): RawDelivery {
  const headers = { "content-type": "application/json" };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const request = { method: "POST", path: `/webhooks/${source}`, query: "", headers, body: bytes };
  return rawDeliveryOf(request, source, identify(request), body.sentAt);
}

/** A checked form on its way to `inbound.fifo`, with the code that the citizen already has in hand. */
export function webFormDelivery(form: WebFormRequest, { code, trackingTokenHash, sentAt }: IssuedCode): RawDelivery {
  return delivery({ ...form, code, trackingTokenHash, sentAt: sentAt.toISOString() });
}

/** A later message on a ticket. The same `messageId` twice is the same message. */
export function webMessageDelivery(
  message: WebMessageRequest,
  ticket: { readonly code: string; readonly messageId: string; readonly sentAt: Date },
): RawDelivery {
  const { code, messageId, sentAt } = ticket;
  return delivery({ ...message, code, messageId, sentAt: sentAt.toISOString() });
}
