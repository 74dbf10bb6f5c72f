import type { Allowance } from "#contracts/clock";
import type { Explanation, SkippedDay } from "#sla/explain";
import { hanoiIso } from "#sla/hanoi-day";

const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

const reasons: Record<SkippedDay["reason"], string> = {
  weekend: "weekend",
  holiday: "holiday",
  "swapped-day": "day off, worked on another day",
  "receipt-day": "day of receipt",
};

/** A due time and how it was reckoned, as a page for people: English, with the days' Vietnamese names. */
export function explanationText(explanation: Explanation, asked: { from: string; allowance: Allowance }): string {
  const { counted, skipped, worked, calendar, calendarIncomplete } = explanation;
  const sections = [
    `Due       ${dueText(explanation)}`,
    `Received  ${moment(hanoiIso(Date.parse(asked.from)))}`,
    `Allowance ${allowanceText(asked.allowance)}`,
    `Calendar  ${calendar}${calendarIncomplete ? " (incomplete: no notice of days off covers all of this time)" : ""}`,
    "",
    "Counted",
    ...counted.map(({ from, to }) => `  ${stretchText(from, to)}`),
    ...(counted.length === 0 ? ["  nothing"] : []),
    ...(skipped.length === 0 ? [] : ["", "Skipped"]),
    ...skipped.map(({ date, reason, name, source }) => `  ${day(date)}  ${reasons[reason]}: ${name} (${source})`),
    ...(worked.length === 0 ? [] : ["", "Worked although a day of rest"]),
    ...worked.map(({ date, name, source }) => `  ${day(date)}  ${name} (${source})`),
  ];
  return `${sections.join("\n")}\n`;
}

function dueText({ dueAt, dueOn }: Explanation): string {
  return dueAt.startsWith(dueOn) ? moment(dueAt) : `${day(dueOn)} 24:00, which is ${moment(dueAt)}`;
}

function allowanceText(allowance: Allowance): string {
  if ("elapsed" in allowance) return `${allowance.elapsed} by the clock`;
  if ("working" in allowance) return `${allowance.working} of office time`;
  const end = allowance.endOfDay === "midnight" ? "24:00" : "closing time";
  return `${allowance.workingDays} working days, the day of receipt not counted, to ${end}`;
}

function stretchText(from: string, to: string): string {
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  if (sameDay) return `${moment(from)}-${time(to)}`;
  return `${moment(from)} to ${moment(to)}`;
}

const moment = (local: string): string => `${day(local.slice(0, 10))} ${time(local)}`;

function day(date: string): string {
  const [year, month, dayOfMonth] = date.split("-");
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
  return `${weekday} ${dayOfMonth}/${month}/${year}`;
}

/** Hours and minutes, with seconds only where there are any. */
function time(local: string): string {
  return local.slice(11, -6).replace(/:00$/, "");
}
