import type { ClockName } from "#contracts/clock";
import type { ClockBook } from "#sla/clock-book";
import { clockCore } from "#sla/clock-core";
import type { OpenClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { known } from "#sla/known";
import type { Scene } from "#sla/scene";
import { standingDue } from "#sla/standing-due";

/** The promise of this name is kept; a breach before stays and makes it late. */
export function meetClock(book: ClockBook, name: ClockName, scene: Scene): void {
  const clock = book.openOf(name);
  if (clock !== undefined) recordMet(book, clock, scene);
}

/** The promise of this name no longer has to be kept; one that was broken already ends as late. */
export function endClock(book: ClockBook, name: ClockName, scene: Scene): void {
  const clock = book.openOf(name);
  if (clock === undefined) return;
  if (breachOf(clock) === undefined) cancelClock(book, clock, scene);
  else recordMet(book, clock, scene);
}

/** The promise stands no longer, kept or not; a breach stays written on it. */
export function cancelClock(book: ClockBook, clock: OpenClock, scene: Scene): void {
  const { warned, rung } = clock;
  book.record({
    type: "sla.cancelled",
    clock: {
      ...clockCore(clock),
      state: "cancelled",
      cancelledAt: iso(scene.now),
      dueAt: standingDue(clock, scene),
      warned,
      ...known({ rung, breachedAt: breachOf(clock) }),
    },
  });
}

function recordMet(book: ClockBook, clock: OpenClock, { now }: Scene): void {
  const { dueAt } = clock;
  const breachedAt = breachOf(clock);
  const late = breachedAt !== undefined || (clock.state === "running" && now > Date.parse(clock.dueAt));
  book.record({
    type: "sla.met",
    clock: { ...clockCore(clock), state: "met", metAt: iso(now), late, ...known({ dueAt, breachedAt }) },
  });
}

function breachOf(clock: OpenClock): string | undefined {
  return clock.state === "running" ? undefined : clock.breachedAt;
}
