import type { Actor, DomainEvent, LedgerEntry, SlaEvent, TicketEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { applyEntry } from "#tickets/apply-event";

/** What the clocks make of events on a ticket, given the head after them. */
export type FollowClocks = (ticket: Ticket, events: readonly TicketEvent[], now: Date) => SlaEvent[];

export interface Act {
  readonly ticketId: string;
  readonly events: readonly TicketEvent[];
  readonly actor: Actor;
  readonly now: Date;
  readonly cause?: string;
}

/**
 * One act on a ticket: its events, what the clocks make of them, and the head afterwards.
 *
 * Ticket events come first in the entry, then the clocks', so that folding the entry gives the very head that is
 * written beside it.
 */
export function transition(
  before: Ticket | undefined,
  act: Act,
  follow: FollowClocks,
): { after: Ticket; entry: LedgerEntry } {
  const { ticketId, events, actor, now, cause } = act;
  const entryWith = (all: DomainEvent[]): LedgerEntry => ({
    ticketId,
    sequence: (before?.version ?? 0) + 1,
    at: now.toISOString(),
    actor,
    events: all,
    ...(cause === undefined ? {} : { cause }),
  });
  const moved = applyEntry(before, entryWith([...events]));
  const entry = entryWith([...events, ...follow(moved, events, now)]);
  return { after: applyEntry(before, entry), entry };
}

/** An act of the clocks alone. */
export function clockTransition(
  before: Ticket,
  events: readonly DomainEvent[],
  now: Date,
  actor: Actor = { kind: "system" },
): { after: Ticket; entry: LedgerEntry } {
  const entry: LedgerEntry = {
    ticketId: before.id,
    sequence: before.version + 1,
    at: now.toISOString(),
    actor,
    events: [...events],
  };
  return { after: applyEntry(before, entry), entry };
}
