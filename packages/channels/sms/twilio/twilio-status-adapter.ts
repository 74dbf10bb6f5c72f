import { deliveryText } from "#channels/delivery-body";
import { requestText } from "#channels/request-text";
import { smsReportIdentity } from "#channels/sms/sms-identity";
import { proveTwilio, type TwilioAccount } from "#channels/sms/twilio/twilio-signature";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { DeliveryReceipt, ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const FINAL = new Map<string, DeliveryReceipt["status"]>([
  ["delivered", "delivered"],
  ["read", "seen"],
  ["undelivered", "failed"],
  ["failed", "failed"],
]);

function read(delivery: RawDelivery): ParsedDelivery {
  const form = new URLSearchParams(deliveryText(delivery) ?? "");
  const [id, word] = [form.get("MessageSid"), form.get("MessageStatus")];
  if (!id || !word) return { kind: "unreadable", reason: "expected the fields MessageSid and MessageStatus" };
  const status = FINAL.get(word);
  if (status === undefined) return { kind: "ignored", reason: "not a final state" };
  const receipt = { source: delivery.source, vendorMessageIds: [id], status, at: delivery.receivedAt };
  const reason = form.get("ErrorCode") || word;
  return { kind: "receipt", receipt: status === "failed" ? { ...receipt, reason } : receipt };
}

/** Twilio's reports on messages that we sent, signed as its messages are. */
export function twilioStatusAdapter(account: TwilioAccount): ChannelAdapter {
  return {
    channel: "sms",
    source: "sms/twilio/status",
    method: "POST",
    prove: (request) => proveTwilio(request, account),
    identify(request) {
      const form = new URLSearchParams(requestText(request));
      return smsReportIdentity(request, form.get("MessageSid"), form.get("MessageStatus") ?? "");
    },
    answer: () => ({ status: 204 }),
    parse: read,
  };
}
