import { deliveryText } from "#channels/delivery-body";
import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { type EmailBody, emailBodySchema } from "#channels/email/email-body";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import type { ChannelAdapter, Identity, Pseudonym, WebhookRequest } from "#contracts/channel-adapter";
import type { InboundMessage } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

/** One address is one conversation; a mail without a Message-ID is known by its content. */
export function emailIdentity(request: WebhookRequest, pseudonym: Pseudonym): Identity {
  const ofBytes = identityOfBytes("email", request);
  const body = emailBodySchema.safeParse(readJson(requestText(request))).data;
  if (body === undefined) return ofBytes;
  return {
    conversation: `email#${pseudonym(body.from.address)}`,
    messageId: body.messageId ? plainId(body.messageId) : ofBytes.messageId,
  };
}

function messageOf(delivery: RawDelivery, body: EmailBody, pseudonym: Pseudonym): InboundMessage {
  const { from, text, sentAt, inReplyTo, attachments } = body;
  return {
    channel: "email",
    source: delivery.source,
    conversation: delivery.conversation,
    vendorMessageId: delivery.messageId,
    sender: {
      id: pseudonym(from.address),
      email: from.address,
      ...(from.name === undefined ? {} : { name: from.name }),
    },
    reply: { kind: "email", address: from.address },
    text,
    attachments,
    sentAt,
    ...(inReplyTo === undefined ? {} : { quotes: inReplyTo }),
  };
}

function parse(delivery: RawDelivery, pseudonym: Pseudonym): ParsedDelivery {
  const body = emailBodySchema.safeParse(readJson(deliveryText(delivery) ?? "")).data;
  if (body === undefined) return { kind: "unreadable", reason: "expected a mail with a sender's address" };
  if (body.automatic !== undefined) return { kind: "ignored", reason: body.automatic };
  if (body.text === "" && body.attachments.length === 0) return { kind: "ignored", reason: "empty mail" };
  return { kind: "message", message: messageOf(delivery, body, pseudonym) };
}

/**
 * Mails to the hotline's address. They have no webhook: SES writes them into our bucket, `readEmail` takes the MIME
 * apart there, because that cannot be done synchronously, and queues what it found; a call from outside is never genuine.
 */
export function emailAdapter({ pseudonym }: { readonly pseudonym: Pseudonym }): ChannelAdapter {
  return {
    channel: "email",
    source: "email",
    method: "POST",
    prove: () => ({ kind: "forged", reason: "mail has no webhook" }),
    identify: (request) => emailIdentity(request, pseudonym),
    answer: () => ({ status: 202 }),
    parse: (delivery) => parse(delivery, pseudonym),
  };
}
