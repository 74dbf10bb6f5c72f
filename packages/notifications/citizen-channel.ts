import type { OutboundChannel } from "#contracts/outbound-message";
import type { Channel } from "#contracts/words";
import type { Reach } from "#notifications/telling-context";

/** The channel an answer leaves on and what is tried after it. */
export interface Way {
  readonly channel: OutboundChannel;
  readonly fallback: OutboundChannel[];
}

/** In order of preference; `own` is always open, the others only where the number or address is known. */
const ways: Readonly<Record<Channel, { readonly own?: OutboundChannel; readonly others: readonly OutboundChannel[] }>> =
  {
    zalo: { own: "zalo", others: ["sms", "email"] },
    sms: { own: "sms", others: ["email"] },
    phone: { others: ["sms", "email"] },
    web: { others: ["sms", "email"] },
    email: { own: "email", others: ["sms"] },
    sensor: { others: [] },
  };

/** How to answer somebody on the channel they used; nothing for one who left no way to be reached. */
export function citizenWay(used: Channel, reach: Reach): Way | undefined {
  const { own, others } = ways[used];
  const known = others.filter((channel) => (channel === "email" ? reach.email : reach.phone));
  const [channel, ...fallback] = own === undefined ? known : [own, ...known];
  return channel === undefined ? undefined : { channel, fallback };
}
