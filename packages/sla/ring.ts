import type { Clock } from "#contracts/clock";
import type { SlaEvent } from "#contracts/domain-event";
import { clockBook } from "#sla/clock-book";
import { ringUntil } from "#sla/ring-until";
import { sceneOf, type TimedTicket } from "#sla/scene";
import type { SlaRules } from "#sla/sla-rules";

/**
 * Everything on a ticket that is due at `now`, in the order in which it fell due, and whether the citizen's time to
 * confirm has run out, so that the ticket closes.
 *
 * Late or in pieces gives the same events, each with `lateByMs`; once they are applied there is nothing left to ring.
 */
export function ring(
  ticket: TimedTicket & { readonly clocks: readonly Clock[] },
  now: Date,
  rules: SlaRules,
): { readonly events: readonly SlaEvent[]; readonly closes: boolean } {
  const book = clockBook(ticket.clocks);
  ringUntil(book, now.getTime(), sceneOf(ticket, now, rules));
  const confirm = book.openOf("confirm");
  return {
    events: book.events,
    closes: confirm?.state === "running" && Date.parse(confirm.dueAt) <= now.getTime(),
  };
}

/** The rings that reached nobody, because nobody holds the role: they ask for a metric. */
export function skippedRungs(events: readonly SlaEvent[]): readonly SlaEvent[] {
  return events.filter((event) => "told" in event && event.told.length === 0);
}
