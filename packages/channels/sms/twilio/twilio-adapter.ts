import { deliveryText } from "#channels/delivery-body";
import { requestText } from "#channels/request-text";
import { smsIdentity } from "#channels/sms/sms-identity";
import { type SmsReading, smsMessage } from "#channels/sms/sms-message";
import { proveTwilio, type TwilioAccount } from "#channels/sms/twilio/twilio-signature";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { Attachment } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

export interface TwilioSettings extends TwilioAccount, SmsReading {}

/** Twilio's own limit for one message. */
const MOST_MEDIA = 10;

function kindOf(contentType: string): Attachment["kind"] {
  const [type] = contentType.split("/");
  return type === "image" || type === "audio" || type === "video" ? type : "file";
}

function mediaOf(form: URLSearchParams): Attachment[] {
  return Array.from({ length: MOST_MEDIA }, (_, index) => index).flatMap((index) => {
    const url = form.get(`MediaUrl${index}`);
    const contentType = form.get(`MediaContentType${index}`) ?? "";
    return url ? [{ kind: kindOf(contentType), url, ...(contentType === "" ? {} : { contentType }) }] : [];
  });
}

function read(delivery: RawDelivery, reading: SmsReading): ParsedDelivery {
  const body = deliveryText(delivery);
  if (body === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const form = new URLSearchParams(body);
  const [from, text] = [form.get("From"), form.get("Body")];
  if (from === null || text === null) return { kind: "unreadable", reason: "expected the fields From and Body" };
  return smsMessage(delivery, { from, text, sentAt: delivery.receivedAt, attachments: mediaOf(form) }, reading);
}

/** Texts and pictures to a number at Twilio. Its form has no time: ours of receiving it counts. */
export function twilioAdapter(settings: TwilioSettings): ChannelAdapter {
  return {
    channel: "sms",
    source: "sms/twilio",
    method: "POST",
    prove: (request) => proveTwilio(request, settings),
    identify(request) {
      const form = new URLSearchParams(requestText(request));
      return smsIdentity(request, { from: form.get("From"), id: form.get("MessageSid") }, settings.pseudonym);
    },
    answer: () => ({
      status: 200,
      contentType: "text/xml; charset=utf-8",
      body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    }),
    parse: (delivery) => read(delivery, settings),
  };
}
