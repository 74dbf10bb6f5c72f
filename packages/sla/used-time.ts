import type { Allowance, Clock } from "#contracts/clock";
import { dueMs } from "#sla/due-at";
import { DAY_MS, startOfDay } from "#sla/hanoi-day";
import { add, diff } from "#sla/office-time";
import type { WorkingCalendar } from "#sla/working-calendar";

/** In what an allowance is used up: wall-clock time, or office time, which is also what working days are made of. */
export type Unit = "elapsed" | "working";

export function unitOf(allowance: Allowance): Unit {
  return "elapsed" in allowance ? "elapsed" : "working";
}

/** How much of an allowance passes between two instants. */
export function passed(from: number, to: number, unit: Unit, calendar: WorkingCalendar): number {
  return unit === "elapsed" ? to - from : diff(from, to, calendar);
}

/** The instant by which `ms` of an allowance have passed since `from`. */
export function after(from: number, ms: number, unit: Unit, calendar: WorkingCalendar): number {
  return unit === "elapsed" ? from + ms : add(from, ms, calendar);
}

type Timed = Pick<Clock, "startedAt" | "allowance" | "pauses">;

/** When a clock is due, reckoned from its start, with the time left out in which it stood still. */
export function reckonDue(clock: Timed, calendar: WorkingCalendar): number {
  const due = dueMs(Date.parse(clock.startedAt), clock.allowance, calendar);
  return endOfLastDay(overPauses(due, clock, calendar), clock.allowance);
}

/** When a fraction of the time between a clock's start and `due` is used up. */
export function fractionUsedAt(fraction: number, due: number, clock: Timed, calendar: WorkingCalendar): number {
  const start = Date.parse(clock.startedAt);
  const unit = unitOf(clock.allowance);
  const stoodStill = pausesOf(clock).reduce((sum, [from, to]) => sum + passed(from, to, unit, calendar), 0);
  const usable = Math.max(0, passed(start, due, unit, calendar) - stoodStill);
  return Math.min(due, overPauses(after(start, Math.floor(usable * fraction), unit, calendar), clock, calendar));
}

/** Working days end with a day: a due time that a pause moved into a day moves on to its 24:00 if that is the rule. */
export function endOfLastDay(due: number, allowance: Allowance): number {
  if (!("workingDays" in allowance) || allowance.endOfDay !== "midnight") return due;
  return startOfDay(due - 1) + DAY_MS;
}

function overPauses(at: number, clock: Timed, calendar: WorkingCalendar): number {
  const unit = unitOf(clock.allowance);
  return pausesOf(clock).reduce(
    (moved, [from, to]) => (from < moved ? after(moved, passed(from, to, unit, calendar), unit, calendar) : moved),
    at,
  );
}

function pausesOf({ pauses = [] }: Timed): [from: number, to: number][] {
  return pauses.map(({ from, to }) => [Date.parse(from), Date.parse(to)]);
}
