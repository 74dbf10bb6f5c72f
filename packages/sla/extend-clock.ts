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

function pausedUntil(clock: PausedClock, due: number, scene: Scene): PausedClock {
  const { unit } = clock.remaining;
  const left = passed(Date.parse(clock.pausedAt), due, unit, scene.rules.calendar(clock.calendar));
  const ms = clock.breachedAt === undefined ? Math.max(0, left) : Math.max(0, left, clock.remaining.ms);
  return { ...clock, remaining: { unit, ms }, ...(clock.dueAt === undefined ? {} : { dueAt: iso(due) }) };
}
