import type { Clock } from "#contracts/clock";
import type { SlaEvent, TicketEvent } from "#contracts/domain-event";
import { type ClockBook, clockBook } from "#sla/clock-book";
import { pauseClock, resumeClock } from "#sla/pause-clock";
import { ringUntil } from "#sla/ring-until";
import { type Scene, sceneOf, type TimedTicket } from "#sla/scene";
import type { SlaRules } from "#sla/sla-rules";
import { ticketEventClocks } from "#sla/ticket-event-clocks";

/**
 * What an act on a ticket does to its clocks. `ticket` is the head after the act, its clocks those from before.
 *
 * Whatever fell due before the act rings first, so that a promise broken a second before it was kept is late, however
 * seldom the sweep comes by. What the act moves into the past rings with it.
 */
export function followTicketEvents(
  ticket: TimedTicket & { readonly clocks: readonly Clock[] },
  ticketEvents: readonly TicketEvent[],
  now: Date,
  rules: SlaRules,
): SlaEvent[] {
  const scene = sceneOf(ticket, now, rules);
  const book = clockBook(ticket.clocks);
  ringUntil(book, scene.now - 1, scene);
  for (const event of ticketEvents) {
    const follow = ticketEventClocks[event.type] as (book: ClockBook, scene: Scene, event: TicketEvent) => void;
    follow(book, scene, event);
  }
  waitOrGoOn(book, scene);
  ringUntil(book, scene.now, scene);
  return [...book.events];
}

/** While the ticket waits for the citizen, the clocks that the policy names stand still, and only then. */
function waitOrGoOn(book: ClockBook, scene: Scene): void {
  const waits = scene.ticket.status === "waiting-citizen";
  for (const clock of book.open()) {
    if (clock.state === "paused") {
      if (!waits) resumeClock(book, clock, scene);
    } else if (waits && scene.policy.pausedWhileWaiting.includes(clock.name)) {
      pauseClock(book, clock, scene);
    }
  }
}
