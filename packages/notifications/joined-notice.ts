import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { type SpokenAt, spokenAt } from "#notifications/spoken-at";

/**
 * "We added your message" is said at most once in so many minutes, and not right after the acknowledgement.
 *
 * People write one thought in three messages; an answer to each would drown the one that matters.
 */
const JOINED_NOTICE_MINUTES = 10;
const WINDOW_MS = JOINED_NOTICE_MINUTES * 60_000;

export interface JoinedNotice extends SpokenAt {
  readonly id: string;
}

/** The notice due for the messages an entry added, on the conversation they came by; a call was answered by a voice. */
export function joinedNotice(entry: LedgerEntry, ticket: Ticket): JoinedNotice | undefined {
  const spoken = spokenAt(entry, ticket);
  const told = entry.events.some(({ type }) => type === "ticket.opened" || type === "ticket.reopened");
  if (spoken === undefined || told) return undefined;
  const sinceOpening = Date.parse(entry.at) - Date.parse(ticket.openedAt);
  const window = Math.floor(sinceOpening / WINDOW_MS);
  if (window < 1 || spoken.channel === "phone" || spoken.channel === "sensor") return undefined;
  return { id: `${ticket.id}.joined.${window}`, ...spoken };
}
