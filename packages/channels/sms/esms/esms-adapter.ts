import { hanoiInstant } from "#channels/hanoi-instant";
import { type EsmsAccount, proveEsms } from "#channels/sms/esms/esms-signature";
import { smsIdentity } from "#channels/sms/sms-identity";
import { type SmsReading, smsMessage } from "#channels/sms/sms-message";
import { xmlText } from "#channels/sms/xml-text";
import type { ChannelAdapter, WebhookAnswer } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";
import { withoutDiacritics } from "#platform/without-diacritics";

export interface EsmsSettings extends EsmsAccount, SmsReading {
  /** What the citizen gets back at once. Diacritics are taken off: one would double the price of the text. */
  readonly acknowledgement: string;
}

/** eSMS turns the answer's Message into a text to the citizen. */
function clientResponse(query: string, acknowledgement: string): WebhookAnswer {
  const given = new URLSearchParams(query);
  const [smsid, sender] = ["smsid", "sender"].map((name) => xmlText(given.get(name) ?? ""));
  const message = xmlText(withoutDiacritics(acknowledgement));
  const body = `<ClientResponse><Message>${message}</Message><Smsid>${smsid}</Smsid><Receiver>${sender}</Receiver></ClientResponse>`;
  return { status: 200, contentType: "text/xml; charset=utf-8", body };
}

function read(delivery: RawDelivery, reading: SmsReading): ParsedDelivery {
  const given = new URLSearchParams(delivery.query ?? "");
  const [from, text] = [given.get("sender"), given.get("content")];
  if (from === null || text === null)
    return { kind: "unreadable", reason: "expected the parameters sender and content" };
  const sentAt = hanoiInstant(given.get("receiverTime") ?? "") ?? delivery.receivedAt;
  return smsMessage(delivery, { from, text, sentAt }, reading);
}

/** Texts to a short code at eSMS (ViHAT): a GET with everything in its query string. */
export function esmsAdapter(settings: EsmsSettings): ChannelAdapter {
  return {
    channel: "sms",
    source: "sms/esms",
    method: "GET",
    prove: ({ query }) => proveEsms(query, settings),
    identify(request) {
      const given = new URLSearchParams(request.query);
      return smsIdentity(request, { from: given.get("sender"), id: given.get("smsid") }, settings.pseudonym);
    },
    answer: ({ query }) => clientResponse(query, settings.acknowledgement),
    parse: (delivery) => read(delivery, settings),
  };
}
