import type { Citizen, CitizenStore } from "#citizens/citizen-store";
import type { Staff } from "#contracts/configuration/organisation";
import type { ReplyAddress } from "#contracts/inbound-message";
import type { OutboundChannel, Recipient } from "#contracts/outbound-message";
import { staffAddress } from "#notifications/staff-address";

export interface AddressOfDependencies {
  readonly citizens: Pick<CitizenStore, "find" | "ofConversation">;
  readonly staff: ReadonlyMap<string, Staff>;
  /** Stands in for the origin of webhook addresses, on a laptop. */
  readonly webhookBaseUrl: string | undefined;
}

/** Where a recipient is reached on a channel now; undefined when they cannot be, or are no longer known to us. */
export function addressLookup({ citizens, staff, webhookBaseUrl }: AddressOfDependencies) {
  return async (recipient: Recipient, channel: OutboundChannel): Promise<string | undefined> => {
    if (recipient.kind === "citizen") {
      const [pointer, citizen] = await Promise.all([
        citizens.ofConversation(recipient.conversation),
        citizens.find(recipient.citizen),
      ]);
      return citizenAddress(pointer?.reply, citizen, channel);
    }
    if (recipient.kind !== "staff") return undefined;
    const person = staff.get(recipient.staff);
    const address = person === undefined ? undefined : staffAddress(person, channel);
    return address !== undefined && channel === "webhook" ? webhookAddress(address, webhookBaseUrl) : address;
  };
}

function citizenAddress(
  reply: ReplyAddress | undefined,
  citizen: Citizen | undefined,
  channel: OutboundChannel,
): string | undefined {
  // silence holds on every channel, also where we know another number
  if (reply?.kind === "refused") return undefined;
  switch (channel) {
    case "zalo":
      return zaloAddress(reply);
    case "sms":
    case "zns":
      return reply?.kind === "sms" ? reply.phone : citizen?.phone;
    case "email":
      return reply?.kind === "email" ? reply.address : citizen?.email;
    case "webhook":
      return undefined;
  }
}

/** An anonymous visitor of the account is reached by two ids. */
function zaloAddress(reply: ReplyAddress | undefined): string | undefined {
  if (reply?.kind === "zalo") return reply.userId;
  return reply?.kind === "zalo-anonymous" ? `${reply.anonymousId}:${reply.conversationId}` : undefined;
}

function webhookAddress(address: string, base: string | undefined): string {
  if (base === undefined) return address;
  const { pathname, search } = new URL(address);
  return `${base}${pathname}${search}`;
}
