import * as z from "zod";
import { deliveryText } from "#channels/delivery-body";
import { readJson } from "#channels/read-json";
import { snsEnvelopeOf, snsEnvelopeSchema } from "#channels/sms/aws/sns-envelope";
import { type SnsSettings, snsSubscriber } from "#channels/sms/aws/sns-subscriber";
import { smsIdentity } from "#channels/sms/sms-identity";
import { type SmsReading, smsMessage } from "#channels/sms/sms-message";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";
import { instantSchema } from "#contracts/words";

export interface AwsSmsSettings extends SnsSettings, SmsReading {}

const incomingSchema = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});
const namesSchema = incomingSchema.pick({ originationNumber: true, inboundMessageId: true }).partial();

function read(delivery: RawDelivery, reading: SmsReading): ParsedDelivery {
  const envelope = snsEnvelopeSchema.safeParse(readJson(deliveryText(delivery) ?? ""));
  if (!envelope.success) return { kind: "unreadable", reason: "expected an SNS envelope" };
  if (envelope.data.Type !== "Notification") return { kind: "ignored", reason: envelope.data.Type };
  const incoming = incomingSchema.safeParse(readJson(envelope.data.Message));
  if (!incoming.success) {
    return { kind: "unreadable", reason: "expected originationNumber, messageBody and inboundMessageId" };
  }
  const { originationNumber, messageBody } = incoming.data;
  const sentAt = instantSchema.safeParse(envelope.data.Timestamp).data ?? delivery.receivedAt;
  return smsMessage(delivery, { from: originationNumber, text: messageBody, sentAt }, reading);
}

/**
 * Texts to a number at AWS End User Messaging, which come through an SNS topic.
 *
 * Not for Vietnamese numbers, where AWS offers sender ids only, and those cannot receive.
 */
export function awsSmsAdapter(settings: AwsSmsSettings): ChannelAdapter {
  return {
    channel: "sms",
    source: "sms/aws",
    method: "POST",
    ...snsSubscriber(settings),
    identify(request) {
      const names = namesSchema.safeParse(readJson(snsEnvelopeOf(request)?.Message ?? ""));
      const { originationNumber: from, inboundMessageId: id } = names.data ?? {};
      return smsIdentity(request, { from, id }, settings.pseudonym);
    },
    answer: () => ({ status: 200 }),
    parse: (delivery) => read(delivery, settings),
  };
}
