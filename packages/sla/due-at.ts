import type { Allowance } from "#contracts/clock";
import { durationMs } from "#sla/duration-ms";
import { DAY_MS, startOfDay } from "#sla/hanoi-day";
import { add, workingDayAfter } from "#sla/office-time";
import type { WorkingCalendar } from "#sla/working-calendar";

const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * The instant at which an allowance that starts at `start` has been used up.
 *
 * Working days: the day of receipt is not counted, whatever day it is; the last counted day ends at its closing time,
 * or, with "midnight", at its 24:00, which is written as 00:00 of the date after it. So seven days from Sunday
 * 25/04/2021 end with Thursday 06/05, due at 00:00 on 07/05 as Huế published it; and seven days from Friday 09/08/2024
 * end with Tuesday 20/08, the day on which it is due.
 */
export function dueAt(start: Date, allowance: Allowance, calendar: WorkingCalendar): Date {
  return new Date(dueMs(start.getTime(), allowance, calendar));
}

/** The same in epoch milliseconds. */
export function dueMs(start: number, allowance: Allowance, calendar: WorkingCalendar): number {
  if ("working" in allowance) return add(start, durationMs(allowance.working), calendar);
  if ("elapsed" in allowance) return within(start + durationMs(allowance.elapsed), allowance.elapsed);
  const last = workingDayAfter(startOfDay(start), allowance.workingDays, calendar);
  return allowance.endOfDay === "midnight" ? last.start + DAY_MS : last.closes;
}

function within(due: number, duration: string): number {
  if (due <= LAST_INSTANT) return due;
  throw new RangeError(`An allowance of ${duration} reaches beyond the year 9999`);
}
