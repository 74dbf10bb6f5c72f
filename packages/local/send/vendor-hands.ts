import { esmsHand } from "./esms-hand.ts";
import type { SampleRequest } from "./sample.ts";
import { standardHand } from "./standard-hand.ts";
import { twilioHand } from "./twilio-hand.ts";
import { vcomHand } from "./vcom-hand.ts";
import type { SendingSettings, VendorHand } from "./vendor-hand.ts";
import { webHand } from "./web-hand.ts";
import { zaloHand } from "./zalo-hand.ts";

const hands: readonly VendorHand[] = [zaloHand, esmsHand, vcomHand, twilioHand, standardHand, webHand];

export interface Handwriting extends SendingSettings {
  readonly isFresh: boolean;
  readonly isSigned: boolean;
}

/** The call as its vendor would make it to the running system. A vendor that nobody can play (SNS) comes as it is. */
export function asItsVendor(request: SampleRequest, { isFresh, isSigned, ...settings }: Handwriting): SampleRequest {
  const hand = hands.find(({ writes }) => writes(request.path));
  if (hand === undefined) return request;
  const written = isFresh ? hand.renew(request, settings) : request;
  return isSigned || hand.isUnsigned === true ? hand.sign(written, settings) : written;
}
