import type { CalendarConfiguration } from "#contracts/configuration/calendar";
import { dayPlans, type ExceptionList, type PlanOf } from "#sla/day-plan";
import { DAY_MS, startOfDate } from "#sla/hanoi-day";
import { type YearTable, yearTable } from "#sla/year-table";

/** Office hours of one kind of agency, ready to be asked. */
export interface WorkingCalendar {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly planOf: PlanOf;
  yearTable(year: number): YearTable;
  /** The time for which notices of days off are known; without limits for an office that never closes. */
  readonly knownFrom: number;
  readonly knownUntil: number;
}

/** Builds a calendar. Its years are worked out when first asked for, and kept. */
export function workingCalendar(
  configuration: CalendarConfiguration,
  exceptions: ExceptionList | undefined,
): WorkingCalendar {
  const { id, name, version } = configuration;
  const planOf = dayPlans(configuration, exceptions);
  const years = new Map<number, YearTable>();
  return {
    id,
    name,
    version,
    planOf,
    yearTable(year) {
      const table = years.get(year) ?? yearTable(year, planOf);
      years.set(year, table);
      return table;
    },
    knownFrom: exceptions?.knownFrom === undefined ? Number.NEGATIVE_INFINITY : startOfDate(exceptions.knownFrom),
    knownUntil: exceptions === undefined ? Number.POSITIVE_INFINITY : startOfDate(exceptions.knownUntil) + DAY_MS,
  };
}

/** Whether an answer rests on days for which no notice of days off is known. */
export function isIncomplete({ knownFrom, knownUntil }: WorkingCalendar, from: number, to: number): boolean {
  return from < knownFrom || to > knownUntil;
}

/** Whole days for which notices are still known: the metric that asks somebody to enter next year's. */
export function daysKnownAhead({ knownUntil }: WorkingCalendar, now: Date): number {
  return Math.max(0, Math.floor((knownUntil - now.getTime()) / DAY_MS));
}
