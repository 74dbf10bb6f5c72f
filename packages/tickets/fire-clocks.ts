import type { SlaEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { TicketStore } from "#tickets/ticket-store";
import { clockTransition, type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

/** Everything due on a ticket at `now`. `closes`: the time to confirm has run out. */
type Ring = (ticket: Ticket, now: Date) => { readonly events: readonly SlaEvent[]; readonly closes: boolean };

export interface FireDependencies {
  readonly tickets: TicketStore;
  readonly ring: Ring;
  readonly follow: FollowClocks;
  readonly now: () => Date;
}

/**
 * Re-reads a ticket, asks the clocks what is due and records it, if it is still true.
 *
 * Running twice, late, or in two places at once changes nothing more: the write holds only for the version it read,
 * and a ticket on which everything due has fired has nothing left to ring.
 */
export function fireClocks(
  ticketId: string,
  { tickets, ring, follow, now: clock }: FireDependencies,
): Promise<readonly SlaEvent[]> {
  return whileRaced(async () => {
    const before = await tickets.find(ticketId);
    if (before === undefined) return [];
    const now = clock();
    const { events, closes } = ring(before, now);
    if (events.length === 0 && !closes) return [];
    const write = closes ? closing(before, events, now, follow) : clockTransition(before, events, now);
    return (await tickets.write({ before, ...write })) === "written" ? events : "raced";
  });
}

/** Silence counts as consent: the ticket closes in the same entry as the clock that ran out. */
function closing(before: Ticket, rung: readonly SlaEvent[], now: Date, follow: FollowClocks) {
  const closed = { type: "ticket.closed", reason: "silence" } as const;
  const act = { ticketId: before.id, events: [closed], actor: { kind: "system" as const }, now };
  return transition(before, act, (ticket, events) => [...rung, ...follow(ticket, events, now)]);
}
