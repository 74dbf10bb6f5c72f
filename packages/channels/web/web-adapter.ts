import { deliveryText } from "#channels/delivery-body";
import { identityOfBytes } from "#channels/delivery-identity";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import { readWebBody } from "#channels/web/web-body";
import { webMessage } from "#channels/web/web-message";
import type { ChannelAdapter, Identity, Pseudonym, WebhookRequest } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const SOURCE = "web";

/** The ticket's code is the conversation: it is new with each form, and every later message of the citizen names it. */
function identify(request: WebhookRequest): Identity {
  const read = readWebBody(readJson(requestText(request)));
  if ("wrong" in read) return identityOfBytes("web", request);
  const { body } = read;
  return { conversation: `web#${body.code}`, messageId: "messageId" in body ? body.messageId : "form" };
}

function parse(delivery: RawDelivery, pseudonym: Pseudonym): ParsedDelivery {
  const text = deliveryText(delivery);
  if (text === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const read = readWebBody(readJson(text));
  if ("wrong" in read) return { kind: "unreadable", reason: `missing or wrong: ${read.wrong.join(", ")}` };
  return { kind: "message", message: webMessage(read.body, delivery.source, pseudonym) };
}

/**
 * The portal's form. It has no webhook: citizen-api checks and queues the body itself, so a call from outside is never
 * genuine.
 */
export function webAdapter({ pseudonym }: { readonly pseudonym: Pseudonym }): ChannelAdapter {
  return {
    channel: "web",
    source: SOURCE,
    method: "POST",
    prove: () => ({ kind: "forged", reason: "the web form has no webhook" }),
    identify,
    answer: () => ({ status: 202 }),
    parse: (delivery) => parse(delivery, pseudonym),
  };
}
