import { cleanText } from "#channels/vietnamese-text";
import type { WebBody, WebFollowUpBody, WebFormBody } from "#channels/web/web-body";
import type { Pseudonym } from "#contracts/channel-adapter";
import type { InboundMessage, ReplyAddress } from "#contracts/inbound-message";

const channel = "web" as const;
const uploads = (ids: readonly string[] = []) => ids.map((uploadId) => ({ kind: "image" as const, uploadId }));

/** An SMS reaches more people than an e-mail, and the phone number is what a citizen is called back on. */
function replyTo({ phone, email }: WebFormBody): ReplyAddress {
  if (phone !== undefined) return { kind: "sms", phone };
  return email === undefined ? { kind: "none" } : { kind: "email", address: email };
}

function senderOf({ code, phone, email, name }: WebFormBody, pseudonym: Pseudonym): InboundMessage["sender"] {
  const reachedBy = phone ?? email?.toLowerCase();
  return {
    id: reachedBy === undefined ? `web-${code}` : pseudonym(reachedBy),
    ...(phone === undefined ? {} : { phone }),
    ...(name === undefined ? {} : { name: cleanText(name) }),
    ...(email === undefined ? {} : { email }),
  };
}

function formMessage(body: WebFormBody, source: string, pseudonym: Pseudonym): InboundMessage {
  const { code, trackingTokenHash, category, area, publish, anonymous, consent, location } = body;
  const chosen = { ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }) };
  return {
    channel,
    source,
    conversation: `web#${code}`,
    vendorMessageId: "form",
    sender: senderOf(body, pseudonym),
    reply: replyTo(body),
    text: cleanText(body.text),
    attachments: uploads(body.attachments),
    ...(location === undefined ? {} : { location }),
    sentAt: body.sentAt,
    form: { code, trackingTokenHash, ...chosen, publish, anonymous, consent },
  };
}

/** The person is known from the ticket; a later message brings neither name nor number. */
function followUpMessage({ code, messageId, text, attachments, sentAt }: WebFollowUpBody, source: string) {
  return {
    channel,
    source,
    conversation: `web#${code}`,
    vendorMessageId: messageId,
    sender: { id: `web-${code}` },
    reply: { kind: "none" as const },
    text: cleanText(text),
    attachments: uploads(attachments),
    sentAt,
    about: code,
  };
}

/** What a citizen wrote into the portal, as every channel's messages look. */
export function webMessage(body: WebBody, source: string, pseudonym: Pseudonym): InboundMessage {
  return "messageId" in body ? followUpMessage(body, source) : formMessage(body, source, pseudonym);
}
