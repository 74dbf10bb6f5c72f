import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runDue } from "#sla/cli/run-due";

function run(...argv: string[]) {
  const written = { out: "", err: "" };
  const code = runDue(argv, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}

function fileWith(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "due-")), "cases.json");
  writeFileSync(path, content);
  return path;
}

const FROM = ["--from", "2026-08-28T16:30:00+07:00"];

describe("npm run due", () => {
  it("explains a due time for people, days by their Vietnamese names", () => {
    const { code, out } = run(...FROM, "--allowance", '{"working": "PT1H"}');
    expect(code).toBe(0);
    expect(out).toContain("Due       Thứ Năm 03/09/2026 07:30\n");
    expect(out).toContain("  Thứ Sáu 28/08/2026 16:30-17:00\n");
    expect(out).toContain("  Thứ Hai 31/08/2026  day off, worked on another day: Nghỉ hoán đổi dịp Quốc khánh");
    expect(out).toContain("(Thông báo 9441/TB-BNV)");
  });
  it("gives the same as JSON", () => {
    const { out } = run(...FROM, "--allowance", '{"working": "PT1H"}', "--json");
    expect(JSON.parse(out)).toMatchObject({
      dueAt: "2026-09-03T07:30:00+07:00",
      calendar: "van-phong",
      calendarIncomplete: false,
      counted: [
        { from: "2026-08-28T16:30:00+07:00", to: "2026-08-28T17:00:00+07:00" },
        { from: "2026-09-03T07:00:00+07:00", to: "2026-09-03T07:30:00+07:00" },
      ],
      skipped: [
        { date: "2026-08-29", reason: "weekend" },
        { date: "2026-08-30", reason: "weekend" },
        { date: "2026-08-31", reason: "swapped-day", source: "Thông báo 9441/TB-BNV" },
        { date: "2026-09-01", reason: "holiday", source: "Thông báo 9441/TB-BNV" },
        { date: "2026-09-02", reason: "holiday" },
      ],
    });
  });
  it("writes a day that ends at 24:00 as the day it ends", () => {
    const allowance = '{"workingDays": 7, "endOfDay": "midnight"}';
    const { out } = run("--from", "2024-08-09T10:00+07:00", "--allowance", allowance);
    expect(out).toContain("Due       Thứ Ba 20/08/2024 24:00, which is Thứ Tư 21/08/2024 00:00\n");
  });
  it("says when the calendar is incomplete", () => {
    const { out } = run("--from", "2026-12-31T16:30:00+07:00", "--allowance", '{"working": "PT1H"}');
    expect(out).toContain("incomplete: no notice of days off covers all of this time");
  });
  it("goes by another calendar when asked", () => {
    const { out } = run(...FROM, "--allowance", '{"working": "PT1H"}', "--calendar", "truc-24-7", "--json");
    expect(JSON.parse(out)).toMatchObject({ dueAt: "2026-08-28T17:30:00+07:00", calendar: "truc-24-7" });
  });
  it("answers a file of cases in their order", () => {
    const cases = [
      { from: "2026-08-20T16:00:00+07:00", allowance: { working: "PT8H" } },
      { from: "2026-08-20T09:00:00Z", allowance: { elapsed: "PT5M" }, calendar: "truc-24-7" },
    ];
    const { code, out } = run("--cases", fileWith(JSON.stringify(cases)));
    expect(code).toBe(0);
    expect(JSON.parse(out).map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual([
      "2026-08-21T16:00:00+07:00",
      "2026-08-20T16:05:00+07:00",
    ]);
  });
});

const WORKING = ["--allowance", '{"working": "PT1H"}'];

it.each`
  mistake                       | argv                                                     | says
  ${"no time"}                  | ${WORKING}                                               | ${"--from: missing, expected a time with its offset such as 2026-08-20T16:00:00+07:00"}
  ${"a time without an offset"} | ${["--from", "2026-08-20T16:00:00", ...WORKING]}         | ${"--from: cannot be read, expected a time with its offset"}
  ${"a date that is none"}      | ${["--from", "2026-02-30T16:00:00Z", ...WORKING]}        | ${"--from: cannot be read"}
  ${"no allowance"}             | ${FROM}                                                  | ${"--allowance: missing, expected JSON such as"}
  ${"an allowance not JSON"}    | ${[...FROM, "--allowance", "8h"]}                        | ${"--allowance: cannot be read, expected JSON such as"}
  ${"a negative allowance"}     | ${[...FROM, "--allowance", '{"workingDays": -1}']}       | ${"--allowance: cannot be read"}
  ${"an endless allowance"}     | ${[...FROM, "--allowance", '{"working": "PT9000000H"}']} | ${'--allowance: Calendar "van-phong" gives no end within 200 years'}
  ${"an unknown calendar"}      | ${[...FROM, ...WORKING, "--calendar", "moon"]}           | ${'--calendar: Unknown calendar "moon", expected one of van-phong,'}
  ${"an unknown option"}        | ${["--form", "x"]}                                       | ${"Unknown option '--form'; expected --from, --allowance,"}
  ${"a province not there"}     | ${[...FROM, ...WORKING, "--province", "nowhere"]}        | ${"--province: no calendars can be read from nowhere/calendars.json"}
  ${"a file not there"}         | ${["--cases", "nowhere.json"]}                           | ${"--cases: no file can be read at nowhere.json"}
  ${"two ways of asking"}       | ${[...FROM, "--cases", "nowhere.json"]}                  | ${"--cases: stands alone"}
`("with $mistake it says what is wrong and what is expected, and gives 2", ({ argv, says }) => {
  const { code, out, err } = run(...argv);
  expect(code).toBe(2);
  expect(err).toContain(says);
  expect(out).toBe("");
});

it.each`
  content                                                           | place
  ${'{"from": "2026-08-20T16:00:00Z"}'}                             | ${"--cases: cannot be read, expected a JSON array"}
  ${"not json"}                                                     | ${"--cases: cannot be read, expected a JSON array"}
  ${'[{"from": "yesterday", "allowance": {"working": "PT8H"}}]'}    | ${"--cases: cannot be read at [0].from"}
  ${'[{"from": "2026-08-20T16:00:00Z", "allowance": {"days": 1}}]'} | ${"--cases: cannot be read at [0].allowance"}
`("a file of cases with a mistake is refused with its place: $place", ({ content, place }) => {
  const { code, err } = run("--cases", fileWith(content));
  expect(code).toBe(2);
  expect(err).toContain(place);
});
