import type { Allowance } from "#contracts/clock";
import type { DayPlan } from "#sla/day-plan";
import { dueMs } from "#sla/due-at";
import { DAY_MS, dateOf, hanoiIso, startOfDay } from "#sla/hanoi-day";
import { isIncomplete, type WorkingCalendar } from "#sla/working-calendar";

/** A day that gave no time, and by whose word. */
export interface SkippedDay {
  readonly date: string;
  readonly reason: "weekend" | "holiday" | "swapped-day" | "receipt-day";
  readonly name: string;
  readonly source: string;
}

/** How a due time was reckoned. Instants are written as Hanoi's clocks show them. */
export interface Explanation {
  readonly dueAt: string;
  /** The date people call the due date: of a day that ends at 24:00, that day. */
  readonly dueOn: string;
  readonly calendar: string;
  readonly calendarIncomplete: boolean;
  /** The stretches of time that were counted, oldest first. */
  readonly counted: readonly { readonly from: string; readonly to: string }[];
  readonly skipped: readonly SkippedDay[];
  /** Days of rest that a notice turned into working days. */
  readonly worked: readonly { readonly date: string; readonly name: string; readonly source: string }[];
}

type Stretch = [from: number, to: number];

/** Which time was counted until a due time, and which days were skipped and why. */
export function explain(start: Date, allowance: Allowance, calendar: WorkingCalendar): Explanation {
  const from = start.getTime();
  return explainSpan({ from, due: dueMs(from, allowance, calendar), allowance, pauses: [] }, calendar);
}

interface Span {
  readonly from: number;
  readonly due: number;
  readonly allowance: Allowance;
  /** Time that was not counted because the clock stood still. */
  readonly pauses: readonly Stretch[];
}

/** The same for a due time that is known already, with the time left out in which the clock stood still. */
export function explainSpan({ from, due, allowance, pauses }: Span, calendar: WorkingCalendar): Explanation {
  const days = "elapsed" in allowance ? [] : daysBetween(from, due, calendar);
  const receiptDay = "workingDays" in allowance ? startOfDay(from) : undefined;
  const countedFrom = receiptDay === undefined ? from : receiptDay + DAY_MS;
  const counted = "elapsed" in allowance ? stretch(from, due) : officeTime(days, countedFrom, due);
  const received = days.filter(({ day, plan }) => day === receiptDay && plan.off === undefined);
  return {
    dueAt: hanoiIso(due),
    dueOn: dateOf(receiptDay === undefined ? due : due - 1),
    calendar: calendar.id,
    calendarIncomplete: isIncomplete(calendar, from, due),
    counted: pauses
      .reduce<readonly Stretch[]>(withoutPause, counted)
      .map(([opens, closes]) => ({ from: hanoiIso(opens), to: hanoiIso(closes) })),
    skipped: [
      ...received.map(({ day }) => ({ date: dateOf(day), ...receipt })),
      ...days.flatMap(({ day, plan: { off } }) => (off === undefined ? [] : [{ date: dateOf(day), ...off }])),
    ],
    worked: days.flatMap(({ day, plan: { worked } }) =>
      worked === undefined ? [] : [{ date: dateOf(day), ...worked }],
    ),
  };
}

const receipt = {
  reason: "receipt-day",
  name: "Ngày tiếp nhận",
  source: "Thời hạn theo ngày làm việc không tính ngày tiếp nhận",
} as const;

interface Day {
  readonly day: number;
  readonly plan: DayPlan;
}

function daysBetween(from: number, due: number, calendar: WorkingCalendar): Day[] {
  const days: Day[] = [];
  for (let day = startOfDay(from); day < due; day += DAY_MS) days.push({ day, plan: calendar.planOf(day) });
  return days;
}

/** The shifts of these days as far as they lie in the counted time; what meets at midnight is one stretch. */
function officeTime(days: readonly Day[], from: number, due: number): Stretch[] {
  const joined: Stretch[] = [];
  for (const { day, plan } of days) {
    for (const [opensMs, closesMs] of plan.shifts) {
      const [shift] = stretch(Math.max(day + opensMs, from), Math.min(day + closesMs, due));
      const last = joined.at(-1);
      if (shift !== undefined && last?.[1] === shift[0]) last[1] = shift[1];
      else if (shift !== undefined) joined.push(shift);
    }
  }
  return joined;
}

const withoutPause = (counted: readonly Stretch[], [from, to]: Stretch): Stretch[] =>
  counted.flatMap(([opens, closes]) => [
    ...stretch(opens, Math.min(closes, from)),
    ...stretch(Math.max(opens, to), closes),
  ]);

const stretch = (from: number, to: number): Stretch[] => (from < to ? [[from, to]] : []);
