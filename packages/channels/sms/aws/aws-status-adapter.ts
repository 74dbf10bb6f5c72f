import * as z from "zod";
import { deliveryText } from "#channels/delivery-body";
import { epochInstant } from "#channels/epoch-instant";
import { readJson } from "#channels/read-json";
import { snsEnvelopeOf, snsEnvelopeSchema } from "#channels/sms/aws/sns-envelope";
import { type SnsSettings, snsSubscriber } from "#channels/sms/aws/sns-subscriber";
import { smsReportIdentity } from "#channels/sms/sms-identity";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

/** On its way, taken by the operator, or never known: none of them says that the phone has it or never will. */
const OPEN = ["TEXT_QUEUED", "TEXT_PENDING", "TEXT_SENT", "TEXT_SUCCESSFUL", "TEXT_UNKNOWN"];

const eventSchema = z.object({
  eventType: z.string().startsWith("TEXT_"),
  eventTimestamp: z.number(),
  isFinal: z.boolean().optional(),
  messageId: z.string(),
});

function read(delivery: RawDelivery): ParsedDelivery {
  const envelope = snsEnvelopeSchema.safeParse(readJson(deliveryText(delivery) ?? ""));
  if (!envelope.success) return { kind: "unreadable", reason: "expected an SNS envelope" };
  if (envelope.data.Type !== "Notification") return { kind: "ignored", reason: envelope.data.Type };
  const event = eventSchema.safeParse(readJson(envelope.data.Message));
  if (!event.success) return { kind: "unreadable", reason: "expected eventType, eventTimestamp and messageId" };
  const { eventType, eventTimestamp, isFinal, messageId } = event.data;
  if (isFinal === false || OPEN.includes(eventType)) return { kind: "ignored", reason: "not a final state" };
  const at = epochInstant(eventTimestamp) ?? delivery.receivedAt;
  const receipt = { source: delivery.source, vendorMessageIds: [messageId], at };
  if (eventType === "TEXT_DELIVERED") return { kind: "receipt", receipt: { ...receipt, status: "delivered" } };
  return { kind: "receipt", receipt: { ...receipt, status: "failed", reason: eventType.slice(0, 60) } };
}

/** AWS End User Messaging's reports on messages that we sent, through an SNS topic. */
export function awsSmsStatusAdapter(settings: SnsSettings): ChannelAdapter {
  return {
    channel: "sms",
    source: "sms/aws/status",
    method: "POST",
    ...snsSubscriber(settings),
    identify(request) {
      const event = eventSchema.safeParse(readJson(snsEnvelopeOf(request)?.Message ?? "")).data;
      return smsReportIdentity(request, event?.messageId, event?.eventType ?? "");
    },
    answer: () => ({ status: 200 }),
    parse: read,
  };
}
