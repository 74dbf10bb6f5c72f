import { plainId } from "#channels/delivery-identity";
import { toE164 } from "#channels/phone-number";
import type { Pseudonym } from "#contracts/channel-adapter";
import type { Call } from "#contracts/inbound-message";

/** The number of the citizen on the call: who rang us, or whom an agent rang. */
export function citizenNumber({ direction, from, to }: Call): string | undefined {
  return direction === "inbound" ? from : toE164(to ?? "");
}

/** The citizen under a keyed hash; a call with a hidden number stands for itself. */
export function callerId(call: Call, pseudonym: Pseudonym): string {
  const number = citizenNumber(call);
  return number === undefined ? `call-${plainId(call.id)}` : pseudonym(number);
}

/** Record and transcript of one call meet in this conversation, in either order of arrival. */
export function callConversation(call: Call, pseudonym: Pseudonym): string {
  return `phone#${callerId(call, pseudonym)}`;
}
