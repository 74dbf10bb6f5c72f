import type { ClockBook } from "#sla/clock-book";
import type { OpenClock, PausedClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { known } from "#sla/known";
import { running } from "#sla/running-clock";
import type { Scene } from "#sla/scene";
import { standingDue } from "#sla/standing-due";
import { passed } from "#sla/used-time";

/**
 * Moves the promise to a date that a supervisor approved; the first due time is kept.
 *
 * A promise that was broken before stays broken, and its ladder waits for the new date.
 */
export function extendClock(book: ClockBook, newDueAt: string, scene: Scene): void {
  const clock = book.openOf("resolve");
  if (clock === undefined) return;
  const previousDueAt = standingDue(clock, scene);
  const kept = {
    originalDueAt: clock.originalDueAt ?? previousDueAt,
    extensions: (clock.extensions ?? 0) + 1,
  };
  book.record({
    type: "sla.extended",
    clock: { ...moved(clock, Date.parse(newDueAt), scene), ...kept },
    previousDueAt,
  });
}

function moved(clock: OpenClock, due: number, scene: Scene): OpenClock {
  const calendar = scene.rules.calendar(clock.calendar);
  if (clock.state === "running") return running(clock, due, { scene, calendar, notBefore: scene.now });
  if (clock.state === "breached") {
    const { nextRingAt, ...rest } = clock;
    const held = nextRingAt === undefined ? undefined : iso(Math.max(Date.parse(nextRingAt), due));
    return { ...rest, dueAt: iso(due), ...known({ nextRingAt: held }) };
  }
  return pausedUntil(clock, due, scene);
}

/** Approved while the ticket waits: the new date holds from the approval on, and what is waited after it comes on top. */
function pausedUntil(clock: PausedClock, due: number, scene: Scene): PausedClock {
  const { remaining, breachedAt, pausedAt, pauses = [] } = clock;
  const left = Math.max(0, passed(scene.now, due, remaining.unit, scene.rules.calendar(clock.calendar)));
  const now = iso(scene.now);
  return {
    ...clock,
    pausedAt: now,
    pauses: [...pauses, { from: pausedAt, to: now }],
    remaining: { unit: remaining.unit, ms: breachedAt === undefined ? left : Math.max(left, remaining.ms) },
    ...(clock.dueAt === undefined ? {} : { dueAt: iso(due) }),
  };
}
