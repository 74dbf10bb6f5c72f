import { expect, it } from "vitest";
import type { Allowance } from "#contracts/clock";
import { calendarsOf } from "#sla/calendars";
import { explain } from "#sla/explain";
import { calendarsFile, hanoi } from "./dong-thap.ts";

const calendar = calendarsOf(calendarsFile);
const why = (received: string, allowance: Allowance, id?: string) => explain(hanoi(received), allowance, calendar(id));
const stretches = ({ counted }: ReturnType<typeof why>) =>
  counted.map(({ from, to }) => `${from.slice(5, 16)} ${to.slice(5, 16)}`);
const skips = ({ skipped }: ReturnType<typeof why>) => skipped.map(({ date, reason }) => `${date.slice(5)} ${reason}`);

it("names every stretch of office time that was counted, and they add up to the allowance", () => {
  const answer = why("2026-08-20T16:00", { working: "PT8H" });
  expect(answer.dueAt).toBe("2026-08-21T16:00:00+07:00");
  expect(stretches(answer)).toEqual(["08-20T16:00 08-20T17:00", "08-21T07:00 08-21T11:30", "08-21T13:30 08-21T16:00"]);
});

it("tells weekend, holiday and swapped day apart, each with its source", () => {
  const answer = why("2026-08-28T16:30", { working: "PT1H" });
  expect(skips(answer)).toEqual([
    "08-29 weekend",
    "08-30 weekend",
    "08-31 swapped-day",
    "09-01 holiday",
    "09-02 holiday",
  ]);
  expect(answer.skipped.map(({ source }) => source).slice(2)).toEqual([
    "Thông báo 9441/TB-BNV",
    "Thông báo 9441/TB-BNV",
    "Điều 112 Bộ luật Lao động 45/2019/QH14",
  ]);
});

it("says that the day of receipt was not counted, and counts only whole days after it", () => {
  const answer = why("2026-03-05T08:00", { workingDays: 2 });
  expect(skips(answer)).toEqual(["03-05 receipt-day", "03-07 weekend", "03-08 weekend"]);
  expect(stretches(answer)).toEqual([
    "03-06T07:00 03-06T11:30",
    "03-06T13:30 03-06T17:00",
    "03-09T07:00 03-09T11:30",
    "03-09T13:30 03-09T17:00",
  ]);
});

it("names the Saturday that was worked, with its notice", () => {
  expect(why("2026-08-21T16:30", { working: "PT1H" }).worked).toEqual([
    { date: "2026-08-22", name: "Làm bù ngày 31/8/2026", source: "Thông báo 9441/TB-BNV" },
  ]);
});

it("is due on the day that ends at 24:00, not on the date that begins then", () => {
  const answer = why("2024-08-09T10:00", { workingDays: 7, endOfDay: "midnight" });
  expect(answer).toMatchObject({ dueAt: "2024-08-21T00:00:00+07:00", dueOn: "2024-08-20" });
});

it("counts office time round the clock as one stretch", () => {
  expect(stretches(why("2026-08-20T16:00", { working: "P2D" }, "truc-24-7"))).toEqual(["08-20T16:00 08-22T16:00"]);
  expect(stretches(why("2026-08-20T16:00", { workingDays: 2 }, "truc-24-7"))).toEqual(["08-21T00:00 08-23T00:00"]);
});

it("skips nothing of wall-clock time", () => {
  const answer = why("2026-02-16T08:00", { elapsed: "PT72H" });
  expect(stretches(answer)).toEqual(["02-16T08:00 02-19T08:00"]);
  expect(answer.skipped).toEqual([]);
});

it("marks what rests on a year without a notice, and still answers", () => {
  expect(why("2026-12-31T16:30", { working: "PT1H" })).toMatchObject({
    dueAt: "2027-01-04T07:30:00+07:00",
    calendarIncomplete: true,
  });
  expect(why("2026-12-31T16:00", { working: "PT1H" }).calendarIncomplete).toBe(false);
});
