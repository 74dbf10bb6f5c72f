import { describe, expect, it } from "vitest";
import { calendarsOf } from "#sla/calendars";
import { DAY_MS, dateOf, weekdayOf } from "#sla/hanoi-day";
import { daysKnownAhead, isIncomplete } from "#sla/working-calendar";
import { calendarsFile, hanoi } from "./dong-thap.ts";

const offices = calendarsOf(calendarsFile)();

function daysOf(year: number) {
  const days: number[] = [];
  for (let day = hanoi(`${year}-01-01`).getTime(); day < hanoi(`${year + 1}-01-01`).getTime(); day += DAY_MS)
    days.push(day);
  return days;
}
const isRest = (day: number) => ["saturday", "sunday"].includes(weekdayOf(day));
const short = (day: number) => dateOf(day).slice(5);

/** Weekdays off and Saturdays worked by civil servants, as the notices have them. */
describe.each`
  year    | off                                                                                      | worked
  ${2021} | ${"01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03"}                   | ${""}
  ${2022} | ${"01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02"}                   | ${""}
  ${2023} | ${"01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04"}                   | ${""}
  ${2024} | ${"01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03"}             | ${"05-04"}
  ${2025} | ${"01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02"}             | ${"04-26"}
  ${2026} | ${"01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24"} | ${"01-10 08-22"}
`("in $year", ({ year, off, worked }) => {
  it("offices are closed on the weekdays that a notice or the law takes off, and on no other", () => {
    const closed = daysOf(year).filter((day) => !isRest(day) && offices.planOf(day).shifts.length === 0);
    expect(closed.map(short).join(" ")).toBe(off);
  });
  it("offices work on the Saturdays that a notice swapped, and on no other day of rest", () => {
    const open = daysOf(year).filter((day) => isRest(day) && offices.planOf(day).shifts.length > 0);
    expect(open.map(short).join(" ")).toBe(worked);
  });
});

it("every listed day names its notice and a date of publication before or in its own year", () => {
  for (const { date, source, publishedAt, name } of calendarsFile.exceptions["cong-chuc"]?.days ?? []) {
    expect(source, date).toMatch(/\d+\/.*(TB|VPCP|QH|BNV)/);
    expect(name, date).not.toBe("");
    expect(publishedAt < date, date).toBe(true);
  }
});

it("a swap is written on both of its days", () => {
  const days = calendarsFile.exceptions["cong-chuc"]?.days ?? [];
  for (const { date, swappedWith, kind } of days.filter((day) => day.swappedWith !== undefined)) {
    const other = days.find((day) => day.date === swappedWith);
    expect(other, date).toMatchObject({ swappedWith: date, kind: kind === "off" ? "work" : "off" });
  }
});

it.each`
  rule                                             | from                  | to                           | incomplete
  ${"within the years with notices"}               | ${"2026-12-30T08:00"} | ${"2026-12-31T17:00"}        | ${false}
  ${"up to the last moment of the last known day"} | ${"2026-12-30T08:00"} | ${"2027-01-01T00:00"}        | ${false}
  ${"a millisecond beyond it"}                     | ${"2026-12-30T08:00"} | ${"2027-01-01T00:00:00.001"} | ${true}
  ${"from before the first notice"}                | ${"2020-12-31T08:00"} | ${"2021-01-04T08:00"}        | ${true}
`("an answer $rule is marked incomplete: $incomplete", ({ from, to, incomplete }) => {
  expect(isIncomplete(offices, hanoi(from).getTime(), hanoi(to).getTime())).toBe(incomplete);
});

it("an office that never closes needs no notices", () => {
  const always = calendarsOf(calendarsFile)("truc-24-7");
  expect(isIncomplete(always, 0, hanoi("2099-01-01").getTime())).toBe(false);
});

it.each`
  now                   | left
  ${"2026-12-01T00:00"} | ${31}
  ${"2026-12-31T12:00"} | ${0}
  ${"2027-06-01T00:00"} | ${0}
`("$left days of known notices are left at $now", ({ now, left }) => {
  expect(daysKnownAhead(offices, hanoi(now))).toBe(left);
});

it("an unknown calendar is refused with the known ones named", () => {
  expect(() => calendarsOf(calendarsFile)("moon")).toThrow(/Unknown calendar "moon", expected one of van-phong,/);
});
