import { firstAtLeast } from "#sla/first-at-least";
import { yearOf } from "#sla/hanoi-day";
import type { WorkingCalendar } from "#sla/working-calendar";

/** How far ahead anything is reckoned; a promise beyond it is a mistake in the configuration. */
const HORIZON_YEARS = 200;

/**
 * The instant by which `ms` of office time have passed since `start`, both in epoch milliseconds.
 *
 * Time outside office hours is free. What would end exactly at closing time ends at closing time, not at the next
 * opening; nothing to wait for ends at `start` itself.
 */
export function add(start: number, ms: number, calendar: WorkingCalendar): number {
  if (ms <= 0) return start;
  const first = yearOf(start);
  let table = calendar.yearTable(first);
  let wanted = table.usedBy(start) + ms;
  for (let year = first + 1; wanted > table.totalMs; year += 1) {
    wanted -= table.totalMs;
    table = calendar.yearTable(within(year, first, calendar));
  }
  return table.whenUsed(wanted);
}

/** The office time between two instants, negative when `to` is the earlier one. */
export function diff(from: number, to: number, calendar: WorkingCalendar): number {
  if (to < from) return -diff(to, from, calendar);
  const first = yearOf(from);
  const last = within(yearOf(to), first, calendar);
  let ms = calendar.yearTable(last).usedBy(to) - calendar.yearTable(first).usedBy(from);
  for (let year = first; year < last; year += 1) ms += calendar.yearTable(year).totalMs;
  return ms;
}

/** The nth day with office time after the day that starts at `day`: its start and its closing time. */
export function workingDayAfter(
  day: number,
  nth: number,
  calendar: WorkingCalendar,
): { start: number; closes: number } {
  const first = yearOf(day);
  let table = calendar.yearTable(first);
  let wanted = firstAtLeast(table.workingDays, day + 1) + nth - 1;
  for (let year = first + 1; wanted >= table.workingDays.length; year += 1) {
    wanted -= table.workingDays.length;
    table = calendar.yearTable(within(year, first, calendar));
  }
  return { start: table.workingDays[wanted] ?? day, closes: table.closings[wanted] ?? day };
}

function within(year: number, first: number, { id }: WorkingCalendar): number {
  if (year - first <= HORIZON_YEARS) return year;
  throw new RangeError(`Calendar "${id}" gives no end within ${HORIZON_YEARS} years of ${first}`);
}
