import { clockNameSchema } from "#contracts/clock";
import type { ClockBook } from "#sla/clock-book";
import type { BreachedClock, RunningClock } from "#sla/clock-states";
import { fireClock } from "#sla/fire-clock";
import { type Scene, warningsFor } from "#sla/scene";

interface Due {
  readonly clock: RunningClock | BreachedClock;
  readonly at: number;
}

/**
 * Lets everything ring that had to by `until`, one after the other in the order of time.
 *
 * The time to confirm only runs out; that is not told to anybody and is left to whoever closes the ticket.
 */
export function ringUntil(book: ClockBook, until: number, scene: Scene): void {
  for (let due = earliest(book, until, scene); due !== undefined; due = earliest(book, until, scene)) {
    fireClock(book, due.clock, due.at, scene);
  }
}

function earliest(book: ClockBook, until: number, scene: Scene): Due | undefined {
  let first: Due | undefined;
  for (const clock of book.open()) {
    if (clock.state === "paused" || clock.name === "confirm") continue;
    const at = ringsAt(clock, scene);
    if (at <= until && (first === undefined || comesBefore({ clock, at }, first))) first = { clock, at };
  }
  return first;
}

/** What falls due at the same moment rings in the order of the promises, so that no order of storing changes it. */
function comesBefore(a: Due, b: Due): boolean {
  const rank = ({ clock: { name } }: Due) => clockNameSchema.options.indexOf(name);
  return a.at === b.at ? rank(a) < rank(b) : a.at < b.at;
}

/** A warning that the policy no longer gives must not become an early breach. */
function ringsAt(clock: RunningClock | BreachedClock, scene: Scene): number {
  if (clock.nextRingAt === undefined) return Number.POSITIVE_INFINITY;
  const at = Date.parse(clock.nextRingAt);
  const isWarning = clock.state === "breached" || clock.warned < warningsFor(clock.name, scene).length;
  return isWarning ? at : Math.max(at, Date.parse(clock.dueAt));
}
