import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { type Channel, channelSchema } from "#contracts/words";

/**
 * "We added your message" is said at most once in so many minutes, and not right after the acknowledgement.
 *
 * People write one thought in three messages; an answer to each would drown the one that matters.
 */
const JOINED_NOTICE_MINUTES = 10;
const WINDOW_MS = JOINED_NOTICE_MINUTES * 60_000;

export interface JoinedNotice {
  readonly id: string;
  readonly conversation: string;
  readonly channel: Channel;
}

/** The notice due for the messages an entry added, on the conversation they came by; a call was answered by a voice. */
export function joinedNotice(entry: LedgerEntry, ticket: Ticket): JoinedNotice | undefined {
  const more = entry.events.find((event) => event.type === "ticket.message-added" && event.direction === "in");
  const told = entry.events.some(({ type }) => type === "ticket.opened" || type === "ticket.reopened");
  if (more?.type !== "ticket.message-added" || told) return undefined;
  const sinceOpening = Date.parse(entry.at) - Date.parse(ticket.openedAt);
  const window = Math.floor(sinceOpening / WINDOW_MS);
  const channel = channelSchema.safeParse(more.conversation.split("#")[0]).data ?? ticket.channel;
  if (window < 1 || channel === "phone" || channel === "sensor") return undefined;
  return { id: `${ticket.id}.joined.${window}`, conversation: more.conversation, channel };
}
