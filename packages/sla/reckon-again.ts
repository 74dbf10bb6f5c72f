import type { ClockBook } from "#sla/clock-book";
import { clockCore, toldSoFar } from "#sla/clock-core";
import type { PausedClock, RunningClock } from "#sla/clock-states";
import { running } from "#sla/running-clock";
import { allowanceFor, calendarFor, type Scene } from "#sla/scene";
import { standingDue } from "#sla/standing-due";
import { passed, reckonDue, unitOf } from "#sla/used-time";
import { isIncomplete, type WorkingCalendar } from "#sla/working-calendar";

/**
 * Reckons the due time of every clock anew, from its own start, with the time it stood still left out.
 *
 * A breach stays a breach, and a date that an extension has promised stays that date. What has been warned of is not
 * warned of again; what has become overdue rings at once. Clocks that nothing changes for are left alone.
 */
export function reckonAllAgain(book: ClockBook, reason: string, scene: Scene): void {
  const calendar = calendarFor(scene);
  for (const clock of book.open()) {
    const late = clock.state === "breached" || (clock.state === "paused" && clock.breachedAt !== undefined);
    if (late || (clock.extensions ?? 0) > 0 || clock.name === "confirm") continue;
    const changed = reckonedAgain(clock, { calendar, scene });
    if (changed === undefined) continue;
    const previous = standingDue(clock, scene);
    const kept = { ...changed, originalDueAt: clock.originalDueAt ?? previous };
    book.record({ type: "sla.recomputed", clock: kept, previousDueAt: previous, reason });
  }
}

function reckonedAgain(
  clock: RunningClock | PausedClock,
  { calendar, scene }: { calendar: WorkingCalendar; scene: Scene },
): RunningClock | PausedClock | undefined {
  const allowance = allowanceFor(clock.name, scene) ?? clock.allowance;
  const due = reckonDue({ ...clock, allowance }, calendar);
  const same = JSON.stringify(allowance) === JSON.stringify(clock.allowance) && calendar.id === clock.calendar;
  if (same && due === Date.parse(standingDue(clock, scene))) return undefined;
  const { calendarIncomplete: _, ...core } = clockCore(clock);
  const anew = {
    ...core,
    ...toldSoFar(clock),
    allowance,
    calendar: calendar.id,
    calendarVersion: calendar.version,
    policyVersion: scene.policyVersion,
    ...(isIncomplete(calendar, Date.parse(clock.startedAt), due) ? { calendarIncomplete: true } : {}),
  };
  if (clock.state === "running") return running(anew, due, { scene, calendar, notBefore: scene.now });
  const unit = unitOf(allowance);
  const ms = Math.max(0, passed(Date.parse(clock.pausedAt), due, unit, calendar));
  return { ...anew, state: "paused", pausedAt: clock.pausedAt, remaining: { unit, ms } };
}
