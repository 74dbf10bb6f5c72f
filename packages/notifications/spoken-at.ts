import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { type Channel, channelSchema } from "#contracts/words";

/** A conversation and the channel it is held on; its name begins with the channel's. */
export interface SpokenAt {
  readonly conversation: string;
  readonly channel: Channel;
}

/** Where the citizen said what an entry adds to a ticket; undefined where it adds no word of theirs. */
export function spokenAt({ events }: LedgerEntry, ticket: Pick<Ticket, "channel">): SpokenAt | undefined {
  const more = events.find((event) => event.type === "ticket.message-added" && event.direction === "in");
  if (more?.type !== "ticket.message-added") return undefined;
  const { conversation } = more;
  return { conversation, channel: channelSchema.safeParse(conversation.split("#")[0]).data ?? ticket.channel };
}
