import type { PlanOf, Shift } from "#sla/day-plan";
import { firstAtLeast } from "#sla/first-at-least";
import { DAY_MS, startOfDate } from "#sla/hanoi-day";

/** The office time of one year as running totals, so that any question is one binary search. */
export interface YearTable {
  /** Office time of the whole year. */
  readonly totalMs: number;
  /** Office time between the start of the year and an instant in it. */
  usedBy(at: number): number;
  /** The first instant by which this much office time of the year has passed; more than 0, at most `totalMs`. */
  whenUsed(ms: number): number;
  /** The starts of the days with office time, and when each closes for the last time. */
  readonly workingDays: Float64Array;
  readonly closings: Float64Array;
}

/** Walks through a year once; 25 kB and a tenth of a millisecond. */
export function yearTable(year: number, planOf: PlanOf): YearTable {
  const shifts: [opens: number, closes: number][] = [];
  const days: [start: number, closes: number][] = [];
  const end = startOfDate(`${String(year + 1).padStart(4, "0")}-01-01`);
  for (let day = startOfDate(`${String(year).padStart(4, "0")}-01-01`); day < end; day += DAY_MS) {
    const plan = planOf(day).shifts;
    for (const [opensMs, closesMs] of plan) shifts.push([day + opensMs, day + closesMs]);
    const last: Shift | undefined = plan.at(-1);
    if (last !== undefined) days.push([day, day + last[1]]);
  }
  return {
    ...totals(shifts),
    workingDays: Float64Array.from(days, ([start]) => start),
    closings: Float64Array.from(days, ([, closes]) => closes),
  };
}

function totals(shifts: readonly (readonly [number, number])[]): Pick<YearTable, "totalMs" | "usedBy" | "whenUsed"> {
  const opens = Float64Array.from(shifts, ([from]) => from);
  const closes = Float64Array.from(shifts, ([, to]) => to);
  let totalMs = 0;
  const usedAtClose = Float64Array.from(shifts, ([from, to]) => {
    totalMs += to - from;
    return totalMs;
  });
  return {
    totalMs,
    usedBy(at) {
      const shift = firstAtLeast(opens, at) - 1;
      if (shift < 0) return 0;
      return (usedAtClose[shift] ?? 0) - Math.max(0, (closes[shift] ?? 0) - at);
    },
    whenUsed(ms) {
      const shift = firstAtLeast(usedAtClose, ms);
      return (closes[shift] ?? 0) - ((usedAtClose[shift] ?? 0) - ms);
    },
  };
}
