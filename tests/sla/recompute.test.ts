import { describe, expect, it } from "vitest";
import type { CalendarsFile } from "#contracts/configuration/calendar";
import { explainClock } from "#sla/explain-clock";
import { slaRules } from "#sla/sla-rules";
import { calendarsFile, hanoi, policiesFile } from "./dong-thap.ts";
import {
  accept,
  answerOfCitizen,
  ask,
  extend,
  heard,
  kinds,
  policiesWith,
  reply,
  rulesWith,
  TicketLife,
} from "./ticket-life.ts";

const at = (local: string) => hanoi(local).toISOString();
/** Due on Monday 9 March at 17:00. */
function inWork() {
  const life = new TicketLife({ at: "2026-03-02T08:00", agency: "offices" });
  life.act("2026-03-02T08:30", accept, reply);
  return life;
}

/** The province learns of a day off that was not in the file. */
function withDayOff(date: string): CalendarsFile {
  const list = calendarsFile.exceptions["cong-chuc"];
  if (list === undefined) throw new Error("No list of exceptions cong-chuc in calendars.json");
  const day = { date, kind: "off" as const, name: "Nghỉ bão", source: "Công điện 01", publishedAt: "2026-03-03" };
  const calendars = calendarsFile.calendars.map((calendar) => ({ ...calendar, version: "2026.2" }));
  return { ...calendarsFile, calendars, exceptions: { "cong-chuc": { ...list, days: [...list.days, day] } } };
}

describe("a calendar that changes", () => {
  it("moves the due times it touches, old and new written down with the calendar's version", () => {
    const life = inWork();
    const events = life.recompute("2026-03-04T08:00", rulesWith({ calendars: withDayOff("2026-03-05") }));
    expect(events).toMatchObject([
      {
        type: "sla.recomputed",
        previousDueAt: at("2026-03-09T17:00"),
        clock: {
          name: "resolve",
          dueAt: at("2026-03-10T17:00"),
          originalDueAt: at("2026-03-09T17:00"),
          calendarVersion: "2026.2",
        },
      },
    ]);
  });
  it("touches nothing else", () => {
    expect(inWork().recompute("2026-03-04T08:00", rulesWith({ calendars: withDayOff("2026-03-12") }))).toEqual([]);
  });
  it("done twice moves nothing the second time", () => {
    const life = inWork();
    const rules = rulesWith({ calendars: withDayOff("2026-03-05") });
    life.recompute("2026-03-04T08:00", rules);
    expect(life.recompute("2026-03-04T08:00", rules)).toEqual([]);
  });
  it("announced in time breaks no promise on the day off", () => {
    const life = inWork();
    life.ring("2026-03-09T16:00");
    const events = life.recompute("2026-03-09T17:00", rulesWith({ calendars: withDayOff("2026-03-09") }));
    expect(heard(events)).toEqual([]);
    expect(life.clock("resolve")).toMatchObject({ state: "running", dueAt: at("2026-03-10T17:00") });
  });
  it("does not mend a promise that was broken", () => {
    const life = inWork();
    life.ring("2026-03-09T17:00");
    life.recompute("2026-03-09T18:00", rulesWith({ calendars: withDayOff("2026-03-09") }));
    expect(life.clock("resolve")).toMatchObject({ state: "breached", dueAt: at("2026-03-09T17:00") });
  });
  it("leaves a date that an extension promised", () => {
    const life = inWork();
    life.act("2026-03-03T08:00", extend("2026-03-16T17:00"));
    expect(life.recompute("2026-03-04T08:00", rulesWith({ calendars: withDayOff("2026-03-05") }))).toEqual([]);
  });
  it("has nothing to move on a clock that stands still: what was left is left", () => {
    const life = inWork();
    life.act("2026-03-04T08:00", ask);
    expect(life.recompute("2026-03-04T09:00", rulesWith({ calendars: withDayOff("2026-03-05") }))).toEqual([]);
    life.act("2026-03-04T09:00", answerOfCitizen);
    expect(life.clock("resolve")).toMatchObject({ dueAt: at("2026-03-11T08:00") });
  });
});

describe("a policy that changes", () => {
  const quicker = rulesWith({ policies: policiesWith({ version: "2", allowances: { resolve: { workingDays: 1 } } }) });

  it("moves the due times of what is open, and what is over rings at once", () => {
    const life = inWork();
    const events = life.recompute("2026-03-05T08:00", quicker);
    expect(kinds(events)[0]).toBe("sla.recomputed resolve#1");
    expect(heard(events).at(-1)).toBe("resolve#1 breached unit-head/offices");
    expect(life.clock("resolve")).toMatchObject({ policyVersion: "dong-thap-2026@2" });
  });
  it("is chosen by the day on which the ticket was opened", () => {
    const later = { inForce: [...policiesFile.inForce, { from: "2026-03-03", policy: "hue-2022" }] };
    const rules = rulesWith({ policies: { ...policiesFile, ...later } });
    const policyOf = (opened: string) => new TicketLife({ at: opened, rules }).clock("resolve").policyVersion;
    expect(policyOf("2026-03-02T23:59")).toBe("dong-thap-2026@1");
    expect(policyOf("2026-03-03T00:00")).toBe("hue-2022@1");
    expect(policyOf("2020-01-01T00:00")).toBe("dong-thap-2026@1");
  });
  it.each`
    mistake                | policies
    ${"an unknown policy"} | ${{ inForce: [{ from: "2026-01-01", policy: "none" }] }}
    ${"an unknown ladder"} | ${{ policies: policiesWith({ ladders: { default: "none" } }).policies }}
  `("with $mistake is refused before anything is opened under it", ({ policies }) => {
    const parts = { calendars: calendarsFile, whoHolds: () => [], calendarOf: () => "van-phong" };
    expect(() => slaRules({ ...parts, policies: { ...policiesFile, ...policies } })).toThrow(
      /Unknown (policy|ladder) "none"/,
    );
  });
});

describe("a due time that officers argue about", () => {
  it("is explained from the clock, with the time left out in which it stood still", () => {
    const life = inWork();
    life.act("2026-03-04T08:00", ask);
    life.act("2026-03-05T08:00", answerOfCitizen);
    const explanation = explainClock(life.clock("resolve"), life.rules);
    expect(explanation?.dueAt).toBe("2026-03-10T17:00:00+07:00");
    const counted = (explanation?.counted ?? []).map(({ from, to }) => Date.parse(to) - Date.parse(from));
    // Five working days of eight hours, the day of receipt not among them.
    expect(counted.reduce((sum, ms) => sum + ms, 0)).toBe(5 * 8 * 3_600_000);
  });
  it("has no explanation while the clock stands still", () => {
    const life = inWork();
    life.act("2026-03-04T08:00", ask);
    expect(explainClock(life.clock("resolve"), life.rules)).toBeUndefined();
  });
});
