import type { Clock, ClockName } from "#contracts/clock";
import type { SlaEvent } from "#contracts/domain-event";
import { type ClockBook, clockBook } from "#sla/clock-book";
import type { BreachedClock } from "#sla/clock-states";
import { dueMs } from "#sla/due-at";
import { iso } from "#sla/iso";
import { ringUntil } from "#sla/ring-until";
import { ladderFor, type Scene, sceneOf, type TimedTicket } from "#sla/scene";
import type { SlaRules } from "#sla/sla-rules";

export interface Acknowledgement {
  /** Who takes it on, by staff id. */
  readonly by: string;
  /** Only this clock, or this epoch of it; all that are late when absent. */
  readonly clock?: ClockName | undefined;
  readonly epoch?: number | undefined;
}

/**
 * Somebody takes a breach on: the rungs above wait for the ladder's `holdFor`.
 *
 * It holds once for each rung. When the time is over and the promise still broken, the next one up is told and has to
 * acknowledge for themselves.
 */
export function acknowledge(
  ticket: TimedTicket & { readonly clocks: readonly Clock[] },
  { by, clock: name, epoch }: Acknowledgement,
  now: Date,
  rules: SlaRules,
): SlaEvent[] {
  const scene = sceneOf(ticket, now, rules);
  const book = clockBook(ticket.clocks);
  ringUntil(book, scene.now - 1, scene);
  for (const clock of book.open()) {
    const isMeant = (name ?? clock.name) === clock.name && (epoch ?? clock.epoch) === clock.epoch;
    if (isMeant && clock.state === "breached" && clock.acknowledgedAt === undefined) hold(book, clock, by, scene);
  }
  return [...book.events];
}

function hold(book: ClockBook, clock: BreachedClock, by: string, scene: Scene): void {
  const taken = { ...clock, acknowledgedAt: iso(scene.now), acknowledgedBy: by };
  const ladder = ladderFor(clock.name, scene);
  if (ladder === undefined || clock.nextRingAt === undefined) {
    book.record({ type: "sla.acknowledged", clock: taken, by });
    return;
  }
  const until = dueMs(scene.now, ladder.holdFor, scene.rules.calendar(clock.calendar));
  const nextRingAt = iso(Math.max(until, Date.parse(clock.nextRingAt)));
  book.record({ type: "sla.acknowledged", clock: { ...taken, nextRingAt }, by, heldUntil: iso(until) });
}
