import type { CalendarConfiguration, CalendarException, CalendarsFile } from "#contracts/configuration/calendar";
import { dateOf, startOfDate, type Weekday, weekdayOf } from "#sla/hanoi-day";

/** One stretch of office time, in milliseconds since 00:00 of its day. */
export type Shift = readonly [opensMs: number, closesMs: number];
export type ExceptionList = CalendarsFile["exceptions"][string];

interface Notice {
  readonly name: string;
  readonly source: string;
}

/** What one day is: its office time, and why it has none, or has some on a day of rest. */
export interface DayPlan {
  readonly shifts: readonly Shift[];
  readonly off?: Notice & { readonly reason: "weekend" | "holiday" | "swapped-day" };
  readonly worked?: Notice;
}

/** The plan of the day that starts at `day`. */
export type PlanOf = (day: number) => DayPlan;

/** Reads a calendar's weekly shifts and exceptions into the plan of any day. */
export function dayPlans({ weekly, source }: CalendarConfiguration, list: ExceptionList | undefined): PlanOf {
  const shiftsOn = Object.fromEntries(
    Object.entries(weekly).map(([weekday, shifts]) => [weekday, shifts.map(([a, b]): Shift => [timeMs(a), timeMs(b)])]),
  ) as Record<Weekday, Shift[]>;
  const rest: DayPlan = { shifts: [], off: { reason: "weekend", name: "Ngày nghỉ hằng tuần", source } };
  const exceptionOn = exceptionFinder(list);
  return (day) => {
    const shifts = shiftsOn[weekdayOf(day)];
    const exception = exceptionOn(day);
    if (exception?.kind === "work") return workedDay(exception, shifts, shiftsOn) ?? rest;
    if (shifts.length === 0) return rest;
    return exception === undefined ? { shifts } : { shifts: [], off: offDay(exception) };
  };
}

type Exception = Pick<CalendarException, "kind" | "shiftsOf" | "swappedWith" | "name" | "source">;

/** The shifts of the weekday it replaces; a notice that names none means an ordinary day's. */
function workedDay(
  { shiftsOf, name, source }: Exception,
  ordinary: readonly Shift[],
  shiftsOn: Record<Weekday, Shift[]>,
): DayPlan | undefined {
  const unnamed = ordinary.length > 0 ? ordinary : shiftsOn.monday;
  const shifts = shiftsOf === undefined ? unnamed : shiftsOn[shiftsOf];
  return shifts.length === 0 ? undefined : { shifts, worked: { name, source } };
}

function offDay({ swappedWith, name, source }: Exception): NonNullable<DayPlan["off"]> {
  return { reason: swappedWith === undefined ? "holiday" : "swapped-day", name, source };
}

/** Listed days as their notices say; outside the years with notices, the holidays on fixed dates as well. */
function exceptionFinder(list: ExceptionList | undefined): (day: number) => Exception | undefined {
  if (list === undefined) return () => undefined;
  const listed = new Map<number, Exception>(list.days.map((day) => [startOfDate(day.date), day]));
  const isKnown = (date: string) => date <= list.knownUntil && date >= (list.knownFrom ?? "");
  return (day) => {
    const exception = listed.get(day);
    if (exception !== undefined) return exception;
    const date = dateOf(day);
    if (isKnown(date)) return undefined;
    const fixed = list.fixedHolidays.find(({ monthDay, from }) => date.endsWith(monthDay) && date >= (from ?? ""));
    return fixed === undefined ? undefined : { kind: "off", ...fixed };
  };
}

function timeMs(time: string): number {
  return Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000;
}
