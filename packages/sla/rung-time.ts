import type { Ladder } from "#contracts/configuration/policy";
import type { BreachedClock } from "#sla/clock-states";
import { dueMs } from "#sla/due-at";
import { after, passed, unitOf } from "#sla/used-time";
import type { WorkingCalendar } from "#sla/working-calendar";

/**
 * When the rung after `rung` is told, given that `rung` itself was due at `rungAt`; undefined at the ladder's end.
 *
 * As the ladder says, counted from the breach, but never closer to the rung before than the ladder has them: a rung
 * that was held back holds back those above it.
 */
export function nextRungAt(
  { breachedAt, rung = 0 }: Pick<BreachedClock, "breachedAt" | "rung">,
  rungAt: number,
  { rungs }: Ladder,
  calendar: WorkingCalendar,
): number | undefined {
  const next = rungs[rung + 1];
  if (next === undefined) return undefined;
  const breach = Date.parse(breachedAt);
  const scheduled = dueMs(breach, next.after, calendar);
  const scheduledBefore = dueMs(breach, rungs[rung]?.after ?? { elapsed: "PT0S" }, calendar);
  const unit = unitOf(next.after);
  const gap = Math.max(0, passed(scheduledBefore, scheduled, unit, calendar));
  return Math.max(scheduled, after(rungAt, gap, unit, calendar));
}
