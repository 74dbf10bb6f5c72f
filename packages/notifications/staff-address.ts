import type { Staff } from "#contracts/configuration/organisation";
import type { OutboundChannel } from "#contracts/outbound-message";

/** Where a member of staff is reached on a channel, if they can be. */
export function staffAddress(person: Staff, channel: OutboundChannel): string | undefined {
  const addresses: Readonly<Record<OutboundChannel, string | undefined>> = {
    sms: person.phone,
    zns: person.phone,
    email: person.email,
    zalo: person.zaloUserId,
    webhook: person.webhook?.url,
  };
  return addresses[channel];
}
