import { identityOfBytes, plainId } from "#channels/delivery-identity";
import { toE164 } from "#channels/phone-number";
import type { Identity, Pseudonym, WebhookRequest } from "#contracts/channel-adapter";

/** Who wrote and the gateway's id of the message, as far as the call tells them. */
export interface SmsNames {
  readonly from?: string | null | undefined;
  readonly id?: string | null | undefined;
}

/** The conversation of one phone number, however the gateway writes it; never the number itself. */
export function smsIdentity(request: WebhookRequest, { from, id }: SmsNames, pseudonym: Pseudonym): Identity {
  const ofBytes = identityOfBytes("sms", request);
  return {
    conversation: from ? `sms#${pseudonym(toE164(from) ?? from)}` : ofBytes.conversation,
    messageId: id ? plainId(id) : ofBytes.messageId,
  };
}

/** Reports on one message of ours are one conversation; each state of it is a delivery of its own. */
export function smsReportIdentity(request: WebhookRequest, id: string | null | undefined, state: string): Identity {
  if (!id) return identityOfBytes("sms", request);
  return { conversation: `sms#report-${plainId(id)}`, messageId: plainId(`${id}.${state || "none"}`) };
}
