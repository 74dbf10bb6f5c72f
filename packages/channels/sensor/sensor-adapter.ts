import * as z from "zod";
import { deliveryText } from "#channels/delivery-body";
import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { requestText } from "#channels/request-text";
import { type CloudEvent, cloudEventOf, isBinaryMode } from "#channels/sensor/cloud-event";
import { proveStandardWebhook } from "#channels/standard-webhooks";
import { cleanText } from "#channels/vietnamese-text";
import type { ChannelAdapter, Identity, Proof, WebhookRequest } from "#contracts/channel-adapter";
import { locationSchema } from "#contracts/inbound-message";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

/** An alarm that goes on. Readings, heartbeats and alarms that are over are events too, and no matter for anybody. */
const ALARM = /\.alarm\.raised(\.v\d+)?$/;

const alarmSchema = z.object({ text: z.string(), location: locationSchema.optional().catch(undefined) });

function eventIn(request: WebhookRequest): CloudEvent | undefined {
  const { headers } = request;
  return cloudEventOf({ contentType: headers["content-type"], attributes: headers, text: requestText(request) });
}

/** In binary mode the signature covers the body only, so the event's id has to be the id that is signed with it. */
function prove(request: WebhookRequest, secret: string, now: Date): Proof {
  const proof = proveStandardWebhook(request, secret, now);
  if (proof.kind !== "genuine") return proof;
  const event = eventIn(request);
  if (event === undefined) return { kind: "malformed", reason: "expected one CloudEvents 1.0 event" };
  const isSigned = !isBinaryMode({ attributes: request.headers }) || event.id === request.headers["webhook-id"];
  return isSigned ? proof : { kind: "forged", reason: "ce-id is not the signed webhook-id" };
}

/** One sensor is one conversation: its alarms join the ticket that is open for it. Source and id are unique together. */
function identify(request: WebhookRequest): Identity {
  const event = eventIn(request);
  if (event === undefined) return identityOfBytes("sensor", request);
  const { id, source, subject } = event;
  const sensor = subject === undefined ? source : `${source}/${subject}`;
  return { conversation: `sensor#${plainId(sensor)}`, messageId: plainId(id) };
}

function parse(delivery: RawDelivery): ParsedDelivery {
  const { contentType, attributes = {}, conversation } = delivery;
  const event = cloudEventOf({ contentType, attributes, text: deliveryText(delivery) ?? "" });
  if (event === undefined) return { kind: "unreadable", reason: "expected one CloudEvents 1.0 event" };
  if (!ALARM.test(event.type)) return { kind: "ignored", reason: "not a new alarm" };
  const alarm = alarmSchema.safeParse(event.data).data;
  const text = cleanText(alarm?.text ?? "");
  if (text === "") return { kind: "unreadable", reason: "expected data.text, what the alarm is about" };
  const message = {
    channel: "sensor" as const,
    source: delivery.source,
    conversation,
    vendorMessageId: delivery.messageId,
    sender: { id: conversation.slice("sensor#".length) },
    reply: { kind: "none" as const },
    text,
    attachments: [],
    ...(alarm?.location === undefined ? {} : { location: alarm.location }),
    sentAt: event.time ?? delivery.receivedAt,
  };
  return { kind: "message", message };
}

/** Alarms of the province's monitoring centre: water levels, air, street lamps. CloudEvents signed by Standard Webhooks. */
export function sensorAdapter({ secret }: { readonly secret: string }): ChannelAdapter {
  return {
    channel: "sensor",
    source: "sensor",
    method: "POST",
    prove: (request, now) => prove(request, secret, now),
    identify,
    answer: () => ({ status: 202 }),
    parse,
  };
}
