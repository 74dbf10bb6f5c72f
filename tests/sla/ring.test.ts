import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SlaEvent } from "#contracts/domain-event";
import { nextRing } from "#sla/next-ring";
import { ring, skippedRungs } from "#sla/ring";
import { hanoi, policiesFile } from "./dong-thap.ts";
import {
  accept,
  assign,
  heard,
  kinds,
  policiesWith,
  reply,
  report,
  resolve,
  rulesWith,
  TicketLife,
} from "./ticket-life.ts";

/** Monday; the citizen's five working days end on Monday 9 March at 17:00. */
const OPENED = "2026-03-02T08:00";
const at = (local: string) => hanoi(local).toISOString();
function inWork(rules = rulesWith()) {
  const life = new TicketLife({ at: OPENED, agency: "offices", rules });
  life.act("2026-03-02T08:30", accept, reply);
  return life;
}
const local = (time: number) => new Date(time + 7 * 3_600_000).toISOString().slice(0, -1);
const justBefore = (moment: string) => local(hanoi(moment).getTime() - 1);
const lateness = (events: readonly SlaEvent[]) => events.map((event) => ("lateByMs" in event ? event.lateByMs : -1));

describe("what rings and when", () => {
  it.each`
    when                  | rings
    ${"2026-03-05T07:30"} | ${"resolve#1 warned 0.5 officer/offices"}
    ${"2026-03-06T11:15"} | ${"resolve#1 warned 0.75 unit-head/offices"}
    ${"2026-03-09T10:18"} | ${"resolve#1 warned 0.9 supervisor/province"}
    ${"2026-03-09T17:00"} | ${"resolve#1 breached unit-head/offices"}
    ${"2026-03-10T11:00"} | ${"resolve#1 rung 1 department-head/parent"}
    ${"2026-03-10T17:00"} | ${"resolve#1 rung 2 supervisor/province"}
    ${"2026-03-11T17:00"} | ${"resolve#1 rung 3 vice-chair-office/province"}
  `("at $when: $rings, and not a millisecond before", ({ when, rings }) => {
    const life = inWork();
    life.ring(justBefore(when));
    expect(heard(life.ring(when))).toEqual([rings]);
  });

  it("goes out on the channels of the rung", () => {
    const life = inWork();
    const events = life.ring("2026-03-09T17:00");
    expect(events.map((event) => ("channels" in event ? event.channels.join("+") : ""))).toEqual([
      "desk",
      "desk",
      "desk+email",
      "desk+sms+email",
      "",
    ]);
  });
  it("goes to the officer who has the ticket, not to the whole office", () => {
    const whoHolds = (role: string) => (role === "officer" ? ["officer-1", "officer-2"] : [role]);
    const life = new TicketLife({ at: OPENED, agency: "offices", rules: rulesWith({ whoHolds }) });
    life.act("2026-03-02T08:30", reply);
    expect(heard(life.ring("2026-03-02T14:00"))).toEqual(["accept#1 warned 0.5 officer-1,officer-2"]);
    life.act("2026-03-02T14:00", accept);
    expect(heard(life.ring("2026-03-05T10:00"))).toEqual(["resolve#1 warned 0.5 officer-1"]);
  });
  it("keeps `fireAt` at the first moment at which anything rings", () => {
    const life = inWork();
    expect(life.ticket.fireAt).toBe(nextRing(life.ticket.clocks));
    expect(heard(ring(life.ticket, new Date(Date.parse(life.ticket.fireAt ?? "") - 1), life.rules).events)).toEqual([]);
    expect(heard(ring(life.ticket, new Date(life.ticket.fireAt ?? ""), life.rules).events)).toHaveLength(1);
  });
  it("is over when the ladder has no more rungs, and the promise is still written as broken", () => {
    const life = inWork(rulesWith({ policies: policiesWith({ allowances: { resolve: { workingDays: 5 } } }) }));
    life.ring("2026-04-01T08:00");
    expect(life.ticket.fireAt).toBeUndefined();
    expect(life.clock("resolve")).toMatchObject({ state: "breached", rung: 3 });
  });
  it("an emergency does not wait for offices to open", () => {
    const life = new TicketLife({ at: "2026-03-07T22:00", urgency: "emergency", agency: "offices" });
    const rings = heard(life.ring("2026-03-08T02:29:59")).filter((line) => line.startsWith("accept"));
    expect(rings).toEqual([
      "accept#1 warned 0.5 officer/offices",
      "accept#1 warned 0.75 unit-head/offices",
      "accept#1 warned 0.9 supervisor/province",
      "accept#1 breached unit-head/offices",
      "accept#1 rung 1 duty-supervisor/province",
      "accept#1 rung 2 supervisor/province",
    ]);
  });
});

describe("ringing again", () => {
  it("changes nothing once the events are applied", () => {
    const life = inWork();
    life.ring("2026-03-10T12:00");
    expect(life.ring("2026-03-10T12:00")).toEqual([]);
  });
  it("twice on the same state, late or elsewhere, gives the same events", () => {
    const life = inWork();
    const now = hanoi("2026-03-10T12:00");
    expect(ring(life.ticket, now, life.rules)).toEqual(ring(life.ticket, now, life.rules));
  });
});

describe("after an outage", () => {
  it("everything that was due fires, oldest first, each with how late it is", () => {
    const life = inWork();
    const events = life.ring("2026-03-11T17:00");
    expect(heard(events)).toEqual([
      "resolve#1 warned 0.5 officer/offices",
      "resolve#1 warned 0.75 unit-head/offices",
      "resolve#1 warned 0.9 supervisor/province",
      "resolve#1 breached unit-head/offices",
      "resolve#1 rung 1 department-head/parent",
      "resolve#1 rung 2 supervisor/province",
      "progress#1 warned 0.5 officer/offices",
      "resolve#1 rung 3 vice-chair-office/province",
    ]);
    const late = lateness(events).filter((ms) => ms >= 0);
    expect(late).toEqual([...late].sort((a, b) => b - a));
    expect(late.at(-1)).toBe(0);
  });

  it("the ticket stands as if the sweep had never stopped", () => {
    const times = fc.array(fc.integer({ min: 0, max: 14 * 86_400_000 }), { maxLength: 12 });
    const urgency = fc.constantFrom("emergency", "high", "normal", "low" as const);
    return fc.assert(
      fc.property(times, urgency, (offsets, how) => {
        const start = hanoi(OPENED).getTime();
        const end = start + 14 * 86_400_000;
        const once = new TicketLife({ at: OPENED, agency: "offices", urgency: how });
        const often = new TicketLife({ at: OPENED, agency: "offices", urgency: how });
        const inPieces = offsets
          .sort((a, b) => a - b)
          .flatMap((offset) => [...often.ring(local(start + offset))])
          .concat(often.ring(local(end)));
        expect(heard(inPieces)).toEqual(heard(once.ring(local(end))));
        expect(often.ticket.clocks).toEqual(once.ticket.clocks);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a ladder on which nobody stands", () => {
  const nobodyIs = (...roles: string[]) =>
    rulesWith({ whoHolds: (role) => (roles.includes(role) ? [] : [`${role}-1`]) });

  it("tells the next rung at once, and says which one reached nobody", () => {
    const life = inWork(nobodyIs("unit-head", "department-head"));
    life.ring("2026-03-09T16:59");
    const events = life.ring("2026-03-09T17:00");
    expect(heard(events)).toEqual(["resolve#1 breached ", "resolve#1 rung 1 ", "resolve#1 rung 2 supervisor-1"]);
    expect(kinds(skippedRungs(events))).toEqual(["sla.breached resolve#1", "sla.escalated resolve#1"]);
  });
  it("goes on at its own pace above whoever was told", () => {
    const life = inWork(nobodyIs("department-head"));
    life.ring("2026-03-09T17:00");
    expect(heard(life.ring("2026-03-10T11:00"))).toEqual(["resolve#1 rung 1 ", "resolve#1 rung 2 supervisor-1"]);
    expect(heard(life.ring("2026-03-11T16:59")).filter((line) => line.startsWith("resolve"))).toEqual([]);
    expect(heard(life.ring("2026-03-11T17:00")).filter((line) => line.startsWith("resolve"))).toEqual([
      "resolve#1 rung 3 vice-chair-office-1",
    ]);
  });
  it("ends at its top without going round", () => {
    const life = inWork(rulesWith({ whoHolds: () => [] }));
    life.ring("2026-03-09T17:00");
    expect(life.clock("resolve")).toMatchObject({ state: "breached", rung: 3 });
    expect(life.ring("2026-03-09T17:00")).toEqual([]);
  });
});

describe("progress on what is late", () => {
  it("has to be told from the breach on, every three working days until it is settled", () => {
    const life = inWork();
    life.ring("2026-03-09T17:00");
    expect(life.clock("progress")).toMatchObject({ epoch: 1, dueAt: at("2026-03-12T17:00") });
    life.act("2026-03-10T10:00", report("2026-03-20T17:00"));
    expect(life.ticket.clocks.filter(({ name }) => name === "progress")).toMatchObject([
      { epoch: 1, state: "met", late: false },
      { epoch: 2, state: "running", dueAt: at("2026-03-13T17:00") },
    ]);
    life.act("2026-03-11T10:00", resolve);
    expect(life.clock("progress").state).toBe("cancelled");
  });
  it("starts at the due time itself, however late the breach is noticed", () => {
    const life = inWork();
    life.ring("2026-03-10T12:00");
    expect(life.clock("progress")).toMatchObject({ startedAt: at("2026-03-09T17:00") });
  });
  it("is not asked for while the promise can still be kept", () => {
    const life = inWork();
    life.act("2026-03-03T10:00", report("2026-03-06T17:00"));
    expect(life.states().filter((state) => state.startsWith("progress"))).toEqual([]);
  });
});

describe("the time to confirm", () => {
  it("runs out without telling anybody, and closes the ticket", () => {
    const life = inWork();
    life.act("2026-03-06T10:00", resolve);
    expect(ring(life.ticket, hanoi("2026-03-09T09:59:59.999"), life.rules)).toEqual({ events: [], closes: false });
    expect(ring(life.ticket, hanoi("2026-03-09T10:00"), life.rules)).toEqual({ events: [], closes: true });
  });
  it("is over when the ticket has closed", () => {
    const life = inWork();
    life.act("2026-03-06T10:00", resolve);
    life.act("2026-03-09T10:00", { type: "ticket.closed", reason: "silence" });
    expect(life.clock("confirm").state).toBe("cancelled");
    expect(ring(life.ticket, hanoi("2026-03-20T10:00"), life.rules)).toEqual({ events: [], closes: false });
  });
});

describe("a promise of seconds", () => {
  const policies = policiesWith({ allowances: { resolve: { elapsed: "PT5S" }, forward: { elapsed: "PT1S" } } });

  it("rings exact to the millisecond", () => {
    const life = new TicketLife({ at: OPENED, rules: rulesWith({ policies }) });
    expect(heard(life.ring("2026-03-02T08:00:00.999"))).toEqual([]);
    expect(heard(life.ring("2026-03-02T08:00:01"))).toEqual(["forward#1 breached unit-head/desk"]);
    life.act("2026-03-02T08:00:01.500", assign("offices"));
    expect(heard(life.ring("2026-03-02T08:00:04.999"))).toHaveLength(3);
    expect(heard(life.ring("2026-03-02T08:00:05"))).toEqual(["resolve#1 breached unit-head/offices"]);
  });
  it("may be nothing at all and is then broken on opening", () => {
    const none = policiesWith({ allowances: { resolve: { elapsed: "PT0S" } }, warnings: {} });
    const life = new TicketLife({ at: OPENED, rules: rulesWith({ policies: none }) });
    expect(life.clock("resolve")).toMatchObject({ state: "breached", breachedAt: at(OPENED) });
  });
});

it("every policy that ships can open a ticket of every urgency", () => {
  for (const { id } of policiesFile.policies) {
    const rules = rulesWith({ policies: { ...policiesFile, inForce: [{ from: "2020-01-01", policy: id }] } });
    for (const urgency of ["emergency", "high", "normal", "low"] as const) {
      const life = new TicketLife({ at: OPENED, urgency, agency: "offices", rules });
      life.ring("2026-06-01T00:00");
      expect(life.ring("2026-06-01T00:00"), `${id} ${urgency}`).toEqual([]);
    }
  }
});
