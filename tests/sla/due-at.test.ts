import { expect, it } from "vitest";
import { calendarsOf } from "#sla/calendars";
import { dueAt } from "#sla/due-at";
import { calendarsFile, hanoi } from "./dong-thap.ts";

const calendar = calendarsOf(calendarsFile);
const offices = calendar();

it.each`
  rule                                                   | received                     | working       | due
  ${"counts inside one shift"}                           | ${"2026-03-02T08:00"}        | ${"PT1H"}     | ${"2026-03-02T09:00"}
  ${"stands still over lunch"}                           | ${"2026-03-02T11:00"}        | ${"PT1H"}     | ${"2026-03-02T14:00"}
  ${"is due at the morning's close, not after lunch"}    | ${"2026-03-02T10:30"}        | ${"PT1H"}     | ${"2026-03-02T11:30"}
  ${"is due at closing time, not at the next opening"}   | ${"2026-03-02T16:00"}        | ${"PT1H"}     | ${"2026-03-02T17:00"}
  ${"waits for opening when received before dawn"}       | ${"2026-03-02T03:00"}        | ${"PT1H"}     | ${"2026-03-02T08:00"}
  ${"waits for the morning when received at night"}      | ${"2026-03-02T18:00"}        | ${"PT1H"}     | ${"2026-03-03T08:00"}
  ${"steps over the weekend"}                            | ${"2026-03-06T16:30"}        | ${"PT1H"}     | ${"2026-03-09T07:30"}
  ${"keeps the odd seconds"}                             | ${"2026-03-02T08:00:01.234"} | ${"PT1.5S"}   | ${"2026-03-02T08:00:02.734"}
  ${"is due a millisecond into the next shift"}          | ${"2026-03-02T11:29:59.999"} | ${"PT0.002S"} | ${"2026-03-02T13:30:00.001"}
  ${"is due at once when nothing is allowed"}            | ${"2026-03-07T12:00"}        | ${"PT0S"}     | ${"2026-03-07T12:00"}
  ${"may take as little as a second"}                    | ${"2026-03-07T12:00"}        | ${"PT1S"}     | ${"2026-03-09T07:00:01"}
  ${"may take thousands of hours"}                       | ${"2026-03-02T07:00"}        | ${"PT2000H"}  | ${"2027-02-23T17:00"}
  ${"stands still through Tết 2024"}                     | ${"2024-02-07T16:30"}        | ${"PT1H"}     | ${"2024-02-15T07:30"}
  ${"stands still through Tết 2025"}                     | ${"2025-01-24T16:30"}        | ${"PT1H"}     | ${"2025-02-03T07:30"}
  ${"stands still through Tết 2026"}                     | ${"2026-02-13T16:30"}        | ${"PT1H"}     | ${"2026-02-23T07:30"}
  ${"runs on the Saturday worked for 31/08/2026"}        | ${"2026-08-21T16:30"}        | ${"PT1H"}     | ${"2026-08-22T07:30"}
  ${"stands still on 31/08/2026 and National Day"}       | ${"2026-08-28T16:30"}        | ${"PT1H"}     | ${"2026-09-03T07:30"}
  ${"stands still on Vietnamese Culture Day from 2026"}  | ${"2026-11-23T16:30"}        | ${"PT1H"}     | ${"2026-11-25T07:30"}
  ${"runs on 24/11 in the years before the resolution"}  | ${"2025-11-24T08:00"}        | ${"PT1H"}     | ${"2025-11-24T09:00"}
  ${"ends with the last day that is known"}              | ${"2026-12-31T16:00"}        | ${"PT1H"}     | ${"2026-12-31T17:00"}
  ${"goes on after it with the holidays on fixed dates"} | ${"2026-12-31T16:30"}        | ${"PT1H"}     | ${"2027-01-04T07:30"}
`("office time $rule", ({ received, working, due }) => {
  expect(dueAt(hanoi(received), { working }, offices)).toEqual(hanoi(due));
});

it.each`
  rule                                                       | received              | days   | endOfDay      | due
  ${"do not count the day of receipt"}                       | ${"2026-03-02T07:00"} | ${1}   | ${undefined}  | ${"2026-03-03T17:00"}
  ${"do not depend on the hour of receipt"}                  | ${"2026-03-02T23:59"} | ${1}   | ${undefined}  | ${"2026-03-03T17:00"}
  ${"give a receipt on Saturday until Monday evening"}       | ${"2026-03-07T09:00"} | ${1}   | ${undefined}  | ${"2026-03-09T17:00"}
  ${"end at 24:00 where the rule says so"}                   | ${"2026-03-02T09:00"} | ${1}   | ${"midnight"} | ${"2026-03-04T00:00"}
  ${"hold Huế's date of 2021, received on a Sunday"}         | ${"2021-04-25T10:00"} | ${7}   | ${"midnight"} | ${"2021-05-07T00:00"}
  ${"hold Huế's date of 2024: the last moment of 20/08"}     | ${"2024-08-09T10:00"} | ${7}   | ${"midnight"} | ${"2024-08-21T00:00"}
  ${"hold Huế's date of 2024: the close of 20/08"}           | ${"2024-08-09T10:00"} | ${7}   | ${"closing"}  | ${"2024-08-20T17:00"}
  ${"count the worked Saturday and skip the swapped Monday"} | ${"2026-08-21T10:00"} | ${7}   | ${undefined}  | ${"2026-09-03T17:00"}
  ${"skip the swapped Monday 29/04/2024 and work 04/05"}     | ${"2024-04-26T10:00"} | ${3}   | ${undefined}  | ${"2024-05-04T17:00"}
  ${"reach into the next year"}                              | ${"2025-12-31T10:00"} | ${2}   | ${undefined}  | ${"2026-01-06T17:00"}
  ${"may be very many"}                                      | ${"2024-01-02T10:00"} | ${500} | ${undefined}  | ${"2025-12-31T17:00"}
`("working days $rule", ({ received, days, endOfDay, due }) => {
  const allowance = { workingDays: days, ...(endOfDay === undefined ? {} : { endOfDay }) };
  expect(dueAt(hanoi(received), allowance, offices)).toEqual(hanoi(due));
});

it.each`
  rule                                              | id                             | allowance              | received              | due
  ${"closes a Saturday morning at 11:30"}           | ${"van-phong-co-sang-thu-bay"} | ${{ workingDays: 1 }}  | ${"2026-03-06T09:00"} | ${"2026-03-07T11:30"}
  ${"opens on an ordinary Saturday morning"}        | ${"van-phong-co-sang-thu-bay"} | ${{ working: "PT1H" }} | ${"2026-03-07T05:00"} | ${"2026-03-07T08:00"}
  ${"keeps closed on the Saturday before Tết 2026"} | ${"van-phong-co-sang-thu-bay"} | ${{ working: "PT1H" }} | ${"2026-02-14T07:00"} | ${"2026-02-23T08:00"}
  ${"works the whole of a swapped Saturday"}        | ${"van-phong-co-sang-thu-bay"} | ${{ workingDays: 1 }}  | ${"2026-08-21T09:00"} | ${"2026-08-22T17:00"}
  ${"never stands still round the clock"}           | ${"truc-24-7"}                 | ${{ working: "PT8H" }} | ${"2026-02-16T20:00"} | ${"2026-02-17T04:00"}
  ${"counts every day round the clock"}             | ${"truc-24-7"}                 | ${{ workingDays: 1 }}  | ${"2026-02-16T20:00"} | ${"2026-02-18T00:00"}
  ${"knows Huế's days off"}                         | ${"van-phong-hue"}             | ${{ workingDays: 5 }}  | ${"2021-04-25T10:00"} | ${"2021-05-04T17:00"}
`("the calendar $id $rule", ({ id, allowance, received, due }) => {
  expect(dueAt(hanoi(received), allowance, calendar(id))).toEqual(hanoi(due));
});

it.each(["2026-02-14T23:59:58", "2026-12-31T23:59:59", "2024-02-29T12:00:00"])(
  "wall-clock time runs through nights, holidays and year's ends from %s",
  (received) => {
    const start = hanoi(received);
    expect(dueAt(start, { elapsed: "P1DT1.5S" }, offices)).toEqual(new Date(start.getTime() + 86_401_500));
  },
);

it("refuses an allowance that no calendar can hold, naming the calendar", () => {
  expect(() => dueAt(hanoi("2026-03-02T08:00"), { working: "PT9000000H" }, offices)).toThrow(
    'Calendar "van-phong" gives no end within 200 years of 2026',
  );
  expect(() => dueAt(hanoi("2026-03-02T08:00"), { workingDays: 900_000 }, offices)).toThrow(RangeError);
  expect(() => dueAt(hanoi("2026-03-02T08:00"), { elapsed: "P99999999D" }, offices)).toThrow("beyond the year 9999");
});

it("refuses a calendar on which nobody ever works, instead of searching for ever", () => {
  const weekly = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  const never = { id: "never", name: "Không bao giờ", version: "1", source: "", weekly };
  const empty = calendarsOf({ calendars: [never], defaultCalendar: "never", exceptions: {} })();
  expect(() => dueAt(hanoi("2026-03-02T08:00"), { working: "PT1S" }, empty)).toThrow('Calendar "never" gives no end');
});
