import * as fc from "fast-check";
import { describe, it } from "vitest";
import { calendarsOf } from "#sla/calendars";
import { add, diff } from "#sla/office-time";
import { calendarsFile, hanoi } from "./dong-thap.ts";
import { minuteByMinute } from "./minute-by-minute.ts";

const DAY_MS = 86_400_000;
/** Within the years with notices, with room for what is added. */
const instant = fc.integer({ min: hanoi("2024-01-01").getTime(), max: hanoi("2026-11-01").getTime() });
/** Office time: often whole hours, where closing times are met exactly. */
const hours = (max: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: max * 3_600_000 }),
    fc.integer({ min: 1, max: max * 2 }).map((n) => n * 1_800_000),
  );

describe.each(["van-phong", "van-phong-co-sang-thu-bay", "truc-24-7"])("on the calendar %s", (id) => {
  const calendar = calendarsOf(calendarsFile)(id);
  const oracle = minuteByMinute(calendarsFile, id);

  it("adding office time gives what waiting minute by minute gives", () =>
    fc.assert(
      fc.property(instant, hours(24), (start, ms) => add(start, ms, calendar) === oracle.add(start, ms)),
      { numRuns: 100 },
    ));
  it("the office time between two instants is what counting every minute gives", () => {
    const span = fc.integer({ min: 0, max: 8 * DAY_MS });
    return fc.assert(
      fc.property(instant, span, (from, ms) => diff(from, from + ms, calendar) === oracle.diff(from, from + ms)),
      { numRuns: 100 },
    );
  });
  it("what was added has passed in between", () =>
    fc.assert(
      fc.property(instant, hours(5000), (start, ms) => diff(start, add(start, ms, calendar), calendar) === ms),
    ));
  it("between backwards is the same with the sign turned", () =>
    fc.assert(fc.property(instant, instant, (a, b) => diff(a, b, calendar) === 0 - diff(b, a, calendar))));
  it("more time, or a later start, is never due earlier", () =>
    fc.assert(
      fc.property(instant, fc.nat(10 * DAY_MS), hours(500), fc.nat(DAY_MS), (start, later, ms, more) => {
        const due = add(start, ms, calendar);
        return due <= add(start + later, ms, calendar) && due <= add(start, ms + more, calendar);
      }),
    ));
  it("a due time lies in a shift, its closing time included", () =>
    fc.assert(fc.property(instant, hours(500), (start, ms) => oracle.isOpen(add(start, ms, calendar) - 1))));
  it("time in two parts is time in one", () =>
    fc.assert(
      fc.property(instant, hours(900), hours(900), (start, a, b) => {
        return add(add(start, a, calendar), b, calendar) === add(start, a + b, calendar);
      }),
    ));
});
