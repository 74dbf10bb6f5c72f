import { deliveryText } from "#channels/delivery-body";
import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { callConversation } from "#channels/phone/call-identity";
import type { CallRecord, CallRecordReader } from "#channels/phone/calls/call-record";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import type { ChannelAdapter, Identity, Proof, Pseudonym, WebhookRequest } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

/** What tells one source of call records from another. */
export interface CallRecordSource {
  readonly source: string;
  /** The PBX forms that may come here. */
  readonly readers: readonly CallRecordReader[];
  readonly prove: (request: WebhookRequest, now: Date) => Proof;
  /** The status that the vendor takes for "thank you". */
  readonly thanks: 200 | 202;
  readonly pseudonym: Pseudonym;
}

function readWith(readers: readonly CallRecordReader[], text: string): CallRecord | undefined {
  const json = readJson(text);
  for (const read of readers) {
    const record = read(text, json);
    if (record !== undefined) return record;
  }
  return undefined;
}

function parsedOf(delivery: RawDelivery, readers: readonly CallRecordReader[]): ParsedDelivery {
  const text = deliveryText(delivery);
  if (text === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const record = readWith(readers, text);
  if (record === undefined) return { kind: "unreadable", reason: "the call record is not in a known form" };
  if (record.kind === "ignored") return { kind: "ignored", reason: record.reason };
  return { kind: "call", call: record.call, conversation: delivery.conversation, vendorMessageId: delivery.messageId };
}

/** Call records: who rang whom, when and how long; the transcript of the same call has the same call id. */
export function callRecordAdapter({ source, readers, prove, thanks, pseudonym }: CallRecordSource): ChannelAdapter {
  return {
    channel: "phone",
    source,
    method: "POST",
    prove(request, now) {
      const proof = prove(request, now);
      const text = requestText(request);
      const isReadable = readJson(text) !== undefined || readWith(readers, text) !== undefined;
      if (proof.kind !== "genuine" || isReadable) return proof;
      return { kind: "malformed", reason: "the body is neither JSON nor a call record" };
    },
    identify(request): Identity {
      const record = readWith(readers, requestText(request));
      if (record === undefined) return identityOfBytes("phone", request);
      return {
        conversation: callConversation(record.call, pseudonym),
        messageId: `record#${plainId(record.recordId)}`,
      };
    },
    answer: () => ({ status: thanks }),
    parse: (delivery) => parsedOf(delivery, readers),
  };
}
