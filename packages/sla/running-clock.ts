import type { RunningClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { type Scene, warningsFor } from "#sla/scene";
import { fractionUsedAt } from "#sla/used-time";
import type { WorkingCalendar } from "#sla/working-calendar";

type Undated = Omit<RunningClock, "state" | "dueAt" | "nextRingAt">;

/**
 * A running clock with its due time and the moment at which it rings next: the next warning not yet given, or the
 * due time.
 *
 * Nothing rings before `notBefore`: what a change of plans has moved into the past rings at once, not then.
 */
export function running(
  clock: Undated,
  due: number,
  { scene, calendar, notBefore }: { scene: Scene; calendar: WorkingCalendar; notBefore: number },
): RunningClock {
  const warning = warningsFor(clock.name, scene)[clock.warned];
  const rings = warning === undefined ? due : fractionUsedAt(warning.at, due, clock, calendar);
  return { ...clock, state: "running", dueAt: iso(due), nextRingAt: iso(Math.max(rings, notBefore)) };
}
