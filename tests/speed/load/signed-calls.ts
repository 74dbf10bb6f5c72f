import { localSecrets } from "#local/local-secrets";
import { asItsVendor } from "#local/send/vendor-hands";
import { type CitizenMessage, citizenMessage, type FaultChannel } from "../../faults/citizen-message.ts";

/** Zalo first, as in most provinces; the portal is left out, for it counts calls of one address. */
const channels: readonly FaultChannel[] = ["zalo", "zalo", "zalo", "sms", "phone"];
const matters = [
  "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim, xe té hoài",
  "Đèn đường ấp Mỹ Thạnh, xã Mỹ An Hưng tắt ba đêm rồi",
  "Rác chất đống trước trường tiểu học, phường Mỹ Tho",
  "Karaoke mở lớn tới khuya ở phường Cao Lãnh",
];

/** The call by which the citizen of this number says something for the first time, signed as its vendor signs. */
export function signedCall(citizen: number, now: Date, publicUrl: string): CitizenMessage["request"] {
  const marker = `load-${now.getTime()}-${citizen}`;
  const channel = channels[citizen % channels.length] ?? "zalo";
  const text = `${matters[citizen % matters.length]} (${marker})`;
  const { request } = citizenMessage({ marker, citizen, channel, sentAt: now, text });
  return asItsVendor(request, {
    isFresh: false,
    isSigned: true,
    secrets: localSecrets,
    publicUrl,
    now,
    newId: () => marker,
  });
}
