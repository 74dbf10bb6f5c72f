import * as z from "zod";
import { deliveryText } from "#channels/delivery-body";
import { epochInstant } from "#channels/epoch-instant";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import { smsIdentity } from "#channels/sms/sms-identity";
import { type SmsReading, smsMessage } from "#channels/sms/sms-message";
import { proveVcom, type VcomAccount, vcomChecksum, vcomValueSchema } from "#channels/sms/vcom/vcom-proof";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

export interface VcomSettings extends VcomAccount, SmsReading {}

const namesSchema = z.object({ request_id: vcomValueSchema, phone: vcomValueSchema });
const signedSchema = namesSchema.extend({ time: vcomValueSchema });
const incomingSchema = signedSchema.extend({ message: z.string() });

/** V-COM takes nothing but 200 for an answer, and sends twice more, 20 seconds apart, on anything else. */
const TAKEN = JSON.stringify({ data: { code: 200, status: "success", message: "" } });

function read(delivery: RawDelivery, reading: SmsReading): ParsedDelivery {
  const text = deliveryText(delivery);
  if (text === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const incoming = incomingSchema.safeParse(readJson(text));
  if (!incoming.success) return { kind: "unreadable", reason: "expected request_id, phone, time and message" };
  const { phone, message, time } = incoming.data;
  const sentAt = epochInstant(Number(time) * 1000) ?? delivery.receivedAt;
  return smsMessage(delivery, { from: phone, text: message, sentAt }, reading);
}

/**
 * Texts to a short code at V-COM.
 *
 * A `recovery` is a message sent again by hand under its first request id, so it is the same message here too; it and
 * every other repetition get the answer of the first time, not V-COM's error 104, which would read as a loss.
 */
export function vcomAdapter(settings: VcomSettings): ChannelAdapter {
  const checksumOf = (json: unknown) => {
    const signed = signedSchema.safeParse(json);
    if (!signed.success) return undefined;
    const { request_id, phone, time } = signed.data;
    return vcomChecksum(settings.clientId, request_id, phone, settings.secret, time);
  };
  return {
    channel: "sms",
    source: "sms/vcom",
    method: "POST",
    prove: (request) => proveVcom(request, settings, checksumOf),
    identify(request) {
      const names = namesSchema.partial().safeParse(readJson(requestText(request)));
      return smsIdentity(request, { from: names.data?.phone, id: names.data?.request_id }, settings.pseudonym);
    },
    answer: () => ({ status: 200, contentType: "application/json", body: TAKEN }),
    parse: (delivery) => read(delivery, settings),
  };
}
