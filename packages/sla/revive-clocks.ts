import type { Clock } from "#contracts/clock";
import type { ClockBook } from "#sla/clock-book";
import { clockCore } from "#sla/clock-core";
import type { BreachedClock, RunningClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { known } from "#sla/known";
import { running } from "#sla/running-clock";
import { ladderFor, type Scene } from "#sla/scene";

type CancelledClock = Extract<Clock, { state: "cancelled" }>;

/**
 * A merge was undone: the promises it had cancelled hold again, due when they were due.
 *
 * The citizen did not ask for the merge, so its time is not taken out; what has become overdue rings at once.
 */
export function reviveClocks(book: ClockBook, scene: Scene): void {
  const cancelled = book.clocks().filter((clock) => clock.state === "cancelled");
  const mergedAt = Math.max(...cancelled.map(({ cancelledAt }) => Date.parse(cancelledAt)));
  for (const clock of cancelled) {
    if (Date.parse(clock.cancelledAt) === mergedAt) book.record({ type: "sla.resumed", clock: revived(clock, scene) });
  }
}

function revived(clock: CancelledClock, scene: Scene): RunningClock | BreachedClock {
  const { dueAt = clock.startedAt, breachedAt, warned = 0, rung } = clock;
  const core = { ...clockCore(clock), warned, ...known({ rung }) };
  const calendar = scene.rules.calendar(clock.calendar);
  if (breachedAt === undefined) {
    return running(core, Date.parse(dueAt), { scene, calendar, notBefore: scene.now });
  }
  const hasNext = ladderFor(clock.name, scene)?.rungs[(rung ?? 0) + 1] !== undefined;
  const nextRingAt = hasNext ? iso(scene.now) : undefined;
  return { ...core, state: "breached", dueAt, breachedAt, ...known({ nextRingAt }) };
}
