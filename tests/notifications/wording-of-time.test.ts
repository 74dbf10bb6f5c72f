import { expect, it } from "vitest";
import { quietUntil } from "#notifications/quiet-hours";
import { latenessText, momentText } from "#notifications/wording-of-time";
import { hanoi } from "./scene.ts";

it.each`
  instant                        | said
  ${"2026-09-16T10:00:00.000Z"}  | ${"17:00 16/09/2026"}
  ${"2026-09-16T17:00:00Z"}      | ${"00:00 17/09/2026"}
  ${"2026-09-16T17:00:00+07:00"} | ${"17:00 16/09/2026"}
`("$instant is said as $said", ({ instant, said }) => {
  expect(momentText(instant)).toBe(said);
});

it.each`
  minutes | said
  ${0}    | ${"dưới 1 phút"}
  ${0.9}  | ${"dưới 1 phút"}
  ${59}   | ${"59 phút"}
  ${60}   | ${"1 giờ"}
  ${125}  | ${"2 giờ 5 phút"}
  ${1440} | ${"1 ngày"}
  ${5621} | ${"3 ngày 21 giờ"}
`("$minutes minutes late is said as $said", ({ minutes, said }) => {
  expect(latenessText(minutes * 60_000)).toBe(said);
});

it.each`
  at                    | until
  ${"2026-09-14T21:59"} | ${undefined}
  ${"2026-09-14T22:00"} | ${"2026-09-15T07:00"}
  ${"2026-09-14T23:59"} | ${"2026-09-15T07:00"}
  ${"2026-09-15T00:00"} | ${"2026-09-15T07:00"}
  ${"2026-09-15T06:59"} | ${"2026-09-15T07:00"}
  ${"2026-09-15T07:00"} | ${undefined}
`("quiet hours over midnight, at $at: until $until", ({ at, until }) => {
  expect(quietUntil(hanoi(at), { from: "22:00", to: "07:00" })).toEqual(until === undefined ? undefined : hanoi(until));
});

it.each`
  at                    | until
  ${"2026-09-14T11:59"} | ${undefined}
  ${"2026-09-14T12:30"} | ${"2026-09-14T13:00"}
  ${"2026-09-14T13:00"} | ${undefined}
`("quiet hours within a day, at $at: until $until", ({ at, until }) => {
  expect(quietUntil(hanoi(at), { from: "12:00", to: "13:00" })).toEqual(until === undefined ? undefined : hanoi(until));
});
