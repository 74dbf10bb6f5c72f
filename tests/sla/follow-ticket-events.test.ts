import { describe, expect, it } from "vitest";
import { startClocks } from "#sla/start-clocks";
import { hanoi } from "./dong-thap.ts";
import {
  accept,
  answerOfCitizen,
  ask,
  assign,
  classify,
  close,
  extend,
  giveBack,
  heard,
  kinds,
  merge,
  policiesWith,
  rate,
  reopen,
  reply,
  report,
  resolve,
  rulesWith,
  TicketLife,
  unmerge,
} from "./ticket-life.ts";

/** Monday, in the morning's office time; five working days end on Monday 9 March at 17:00. */
const OPENED = "2026-03-02T08:00";
const at = (local: string) => hanoi(local).toISOString();
const inOffices = () => new TicketLife({ at: OPENED, agency: "offices" });

describe("a ticket that opens", () => {
  it("has to be forwarded, answered and settled", () => {
    expect(new TicketLife({ at: OPENED }).states()).toEqual([
      "first-reply#1 running",
      "forward#1 running",
      "resolve#1 running",
    ]);
  });
  it("with an agency is forwarded already and waits to be accepted", () => {
    expect(inOffices().states()).toEqual([
      "accept#1 running",
      "first-reply#1 running",
      "forward#1 met",
      "resolve#1 running",
    ]);
  });
  it("has the same clocks whether it is opened by an event or by its facts", () => {
    const events = startClocks({ urgency: "normal", agency: "offices" }, hanoi(OPENED), rulesWith());
    expect(events.at(-1)?.clock).toEqual(inOffices().clock("accept"));
    expect(kinds(events)).toEqual([
      "sla.started forward#1",
      "sla.started first-reply#1",
      "sla.started resolve#1",
      "sla.met forward#1",
      "sla.started accept#1",
    ]);
  });
  it.each`
    urgency        | accept                | reply                 | resolve
    ${"emergency"} | ${"2026-03-02T08:30"} | ${"2026-03-02T08:30"} | ${"2026-03-03T17:00"}
    ${"high"}      | ${"2026-03-02T14:00"} | ${"2026-03-03T17:00"} | ${"2026-03-05T17:00"}
    ${"normal"}    | ${"2026-03-03T08:00"} | ${"2026-03-03T17:00"} | ${"2026-03-09T17:00"}
    ${"low"}       | ${"2026-03-03T08:00"} | ${"2026-03-03T17:00"} | ${"2026-03-11T17:00"}
  `("of $urgency urgency is due as Đồng Tháp's policy says", ({ urgency, accept: a, reply: r, resolve: s }) => {
    const life = new TicketLife({ at: OPENED, urgency, agency: "offices" });
    expect(life.clock("accept")).toMatchObject({ dueAt: at(a) });
    expect(life.clock("first-reply")).toMatchObject({ dueAt: at(r) });
    expect(life.clock("resolve")).toMatchObject({ dueAt: at(s) });
  });
  it("is under the policy in force on its day, and its clocks say which", () => {
    expect(inOffices().clock("resolve")).toMatchObject({
      policyVersion: "dong-thap-2026@1",
      calendarVersion: "2026.1",
    });
  });
  it("runs only the clocks that its policy names", () => {
    const policies = policiesWith({ allowances: { resolve: { high: { workingDays: 3 } } } });
    const rules = rulesWith({ policies });
    expect(new TicketLife({ at: OPENED, urgency: "high", rules }).states()).toEqual(["resolve#1 running"]);
    expect(new TicketLife({ at: OPENED, urgency: "low", rules }).states()).toEqual([]);
  });
});

describe("on its way through agencies", () => {
  it("is accepted in time", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept);
    expect(life.clock("accept")).toMatchObject({ state: "met", late: false, metAt: at("2026-03-02T09:00") });
  });
  it("gives another agency its own time to accept, and the citizen no new promise", () => {
    const life = inOffices();
    const before = life.clock("resolve");
    const events = life.act("2026-03-02T10:00", assign("offices-2"));
    expect(kinds(events)).toEqual(["sla.cancelled accept#1", "sla.started accept#2"]);
    expect(life.clock("accept")).toMatchObject({ epoch: 2, dueAt: at("2026-03-03T10:00") });
    expect(life.clock("resolve")).toEqual(before);
  });
  it("goes by the calendar of whoever has it, from the citizen's own start", () => {
    const life = inOffices();
    const events = life.act("2026-03-05T09:00", assign("centre"));
    expect(events.at(-1)).toMatchObject({
      type: "sla.recomputed",
      previousDueAt: at("2026-03-09T17:00"),
      clock: {
        name: "resolve",
        startedAt: at(OPENED),
        dueAt: at("2026-03-07T11:30"),
        originalDueAt: at("2026-03-09T17:00"),
        calendar: "van-phong-co-sang-thu-bay",
      },
    });
  });
  it("returned by an agency has to be forwarded anew, and nothing else begins again", () => {
    const life = inOffices();
    const resolveBefore = life.clock("resolve");
    const events = life.act("2026-03-02T09:00", giveBack);
    expect(kinds(events)).toEqual(["sla.cancelled accept#1", "sla.started forward#2"]);
    expect(life.clock("forward")).toMatchObject({ dueAt: at("2026-03-02T09:05") });
    expect(life.clock("resolve")).toEqual(resolveBefore);
  });
  it("accepted after its time keeps the breach, sweep or no sweep", () => {
    const life = inOffices();
    const events = life.act("2026-03-03T08:00:00.001", accept);
    expect(kinds(events).slice(-2)).toEqual(["sla.breached accept#1", "sla.met accept#1"]);
    expect(life.clock("accept")).toMatchObject({ state: "met", late: true, breachedAt: at("2026-03-03T08:00") });
  });
  it("accepted at the very moment it is due is in time", () => {
    const life = inOffices();
    life.act("2026-03-03T08:00", accept);
    expect(life.clock("accept")).toMatchObject({ state: "met", late: false });
  });
});

describe("the first reply", () => {
  it.each`
    what                  | event
    ${"a reply"}          | ${reply}
    ${"a question"}       | ${ask}
    ${"a progress note"}  | ${report("2026-03-10T17:00")}
    ${"the final answer"} | ${resolve}
  `("is given by $what", ({ event }) => {
    const life = inOffices();
    life.act("2026-03-02T10:00", event);
    expect(life.clock("first-reply")).toMatchObject({ state: "met", late: false });
  });
  it("is not given by a note among officers", () => {
    const life = inOffices();
    life.act("2026-03-02T10:00", { type: "ticket.noted", text: "Call the depot", by: "officer-1" });
    expect(life.clock("first-reply").state).toBe("running");
  });
});

describe("while it waits for the citizen", () => {
  it("stands still and goes on with what was left, however long that takes", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept);
    life.act("2026-03-09T16:00", ask);
    expect(life.clock("resolve")).toMatchObject({ state: "paused", remaining: { unit: "working", ms: 3_600_000 } });
    expect(life.ring("2026-03-20T12:00")).toEqual([]);
    life.act("2026-03-20T16:30", answerOfCitizen);
    expect(life.clock("resolve")).toMatchObject({ state: "running", dueAt: at("2026-03-23T07:30") });
  });
  it("has no due time and nothing to ring", () => {
    const life = inOffices();
    life.act("2026-03-02T10:00", ask);
    expect(life.clock("resolve")).not.toHaveProperty("dueAt");
    expect(life.ticket.fireAt).toBeUndefined();
  });
  it("holds back only the clocks that the policy names", () => {
    const life = new TicketLife({
      at: OPENED,
      agency: "offices",
      rules: rulesWith({ policies: policiesWith({ pausedWhileWaiting: [] }) }),
    });
    life.act("2026-03-02T10:00", ask);
    expect(life.states()).toContain("resolve#1 running");
  });
  it("may be settled, in time, by what is known", () => {
    const life = inOffices();
    life.act("2026-03-02T10:00", ask);
    life.act("2026-06-01T10:00", resolve);
    expect(life.clock("resolve")).toMatchObject({ state: "met", late: false });
  });
  it("leaves the time out again when the urgency changes afterwards", () => {
    const life = inOffices();
    life.act("2026-03-03T07:00", ask);
    life.act("2026-03-04T07:00", answerOfCitizen);
    life.act("2026-03-04T08:00", classify("high"));
    // Three working days end on Thursday 5 March; one working day was waited for.
    expect(life.clock("resolve")).toMatchObject({ dueAt: at("2026-03-06T17:00") });
  });
  it("holds the ladder of a promise that was broken before, and the breach stays", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept, reply);
    life.ring("2026-03-09T17:00");
    life.act("2026-03-10T08:00", ask); // one hour of the four to the department's head is used
    expect(life.clock("resolve")).toMatchObject({ state: "paused", breachedAt: at("2026-03-09T17:00") });
    expect(life.ring("2026-03-12T08:00")).toEqual([]);
    life.act("2026-03-12T08:00", answerOfCitizen);
    expect(life.clock("resolve")).toMatchObject({ state: "breached", dueAt: at("2026-03-09T17:00") });
    expect(heard(life.ring("2026-03-12T11:00"))).toEqual(["resolve#1 rung 1 department-head/parent"]);
  });
  it("goes on when it is handed to another agency instead", () => {
    const life = inOffices();
    life.act("2026-03-02T10:00", ask);
    life.act("2026-03-03T10:00", assign("offices-2"));
    expect(life.states()).toContain("resolve#1 running");
  });
});

describe("an urgency that changes", () => {
  it("is reckoned from the original start, old and new due time written down", () => {
    const life = inOffices();
    const events = life.act("2026-03-03T10:00", classify("high"));
    const resolveEvent = events.find(({ clock }) => clock.name === "resolve");
    expect(resolveEvent).toMatchObject({
      type: "sla.recomputed",
      previousDueAt: at("2026-03-09T17:00"),
      clock: { startedAt: at(OPENED), dueAt: at("2026-03-05T17:00"), originalDueAt: at("2026-03-09T17:00") },
    });
  });
  it("does not warn of anything twice", () => {
    const life = inOffices();
    life.act("2026-03-02T08:30", accept, reply);
    expect(heard(life.ring("2026-03-05T17:00"))).toEqual(["resolve#1 warned 0.5 officer/offices"]);
    life.act("2026-03-05T17:00", classify("low"));
    expect(heard(life.ring("2026-03-10T17:00"))).toEqual(["resolve#1 warned 0.75 unit-head/offices"]);
  });
  it("rings at once when the new due time is over already", () => {
    const life = inOffices();
    life.act("2026-03-02T08:30", accept, reply);
    const events = life.act("2026-03-05T10:00", classify("emergency"));
    expect(heard(events)).toEqual([
      "resolve#1 warned 0.5 officer/offices",
      "resolve#1 warned 0.75 unit-head/offices",
      "resolve#1 warned 0.9 supervisor/province",
      "resolve#1 breached unit-head/offices",
    ]);
    // The ladder is counted from the moment it could be known, not from a time nobody knew of.
    expect(life.clock("resolve")).toMatchObject({ breachedAt: at("2026-03-05T10:00") });
    expect(life.ticket.fireAt).toBe(at("2026-03-05T10:15"));
  });
  it("leaves clocks alone that it changes nothing for", () => {
    expect(inOffices().act("2026-03-02T09:00", classify("normal"))).toEqual([]);
  });
});

describe("an extension", () => {
  it("moves the promise, keeps the first due time and is counted apart from breaches", () => {
    const life = inOffices();
    const [extended] = life.act("2026-03-06T10:00", extend("2026-03-16T17:00")).slice(-1);
    expect(extended).toMatchObject({ type: "sla.extended", previousDueAt: at("2026-03-09T17:00") });
    expect(life.clock("resolve")).toMatchObject({
      state: "running",
      dueAt: at("2026-03-16T17:00"),
      originalDueAt: at("2026-03-09T17:00"),
      extensions: 1,
    });
  });
  it("stands when the urgency or the agency changes later", () => {
    const life = inOffices();
    life.act("2026-03-06T10:00", extend("2026-03-16T17:00"));
    life.act("2026-03-06T11:00", classify("high"), assign("centre"));
    expect(life.clock("resolve")).toMatchObject({ dueAt: at("2026-03-16T17:00") });
  });
  it("keeps the first due time through a second one", () => {
    const life = inOffices();
    life.act("2026-03-06T10:00", extend("2026-03-16T17:00"));
    life.act("2026-03-13T10:00", extend("2026-03-20T17:00"));
    expect(life.clock("resolve")).toMatchObject({ originalDueAt: at("2026-03-09T17:00"), extensions: 2 });
  });
  it("of a broken promise does not mend it: the ladder waits for the new date", () => {
    const life = inOffices();
    life.act("2026-03-02T08:30", accept, reply);
    life.ring("2026-03-09T17:00");
    life.act("2026-03-10T08:00", extend("2026-03-16T17:00"));
    expect(life.clock("resolve")).toMatchObject({ state: "breached", breachedAt: at("2026-03-09T17:00") });
    expect(heard(life.ring("2026-03-12T16:59")).filter((line) => line.startsWith("resolve"))).toEqual([]);
    expect(heard(life.ring("2026-03-16T17:00")).filter((line) => line.startsWith("resolve"))).toEqual([
      "resolve#1 rung 1 department-head/parent",
    ]);
  });
  it("granted while the ticket waits for the citizen holds from then on", () => {
    const life = inOffices();
    life.act("2026-03-06T10:00", ask);
    life.act("2026-03-06T11:00", extend("2026-03-16T17:00"));
    life.act("2026-03-06T11:00", answerOfCitizen);
    expect(life.clock("resolve")).toMatchObject({ state: "running", extensions: 1 });
    expect(life.clock("resolve")).toMatchObject({ dueAt: at("2026-03-16T17:00") });
  });
});

describe("the end of a matter", () => {
  it("keeps the citizen's promise and gives the citizen time to confirm", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept);
    life.act("2026-03-06T10:00", resolve);
    expect(life.states()).toEqual([
      "accept#1 met",
      "confirm#1 running",
      "first-reply#1 met",
      "forward#1 met",
      "resolve#1 met",
    ]);
    expect(life.clock("confirm")).toMatchObject({ dueAt: at("2026-03-09T10:00") });
  });
  it.each`
    way             | event
    ${"answered"}   | ${{ type: "ticket.answered", text: "In next year's plan" }}
    ${"rejected"}   | ${{ type: "ticket.rejected", reason: "No place given", nextStep: "Write again with it" }}
    ${"redirected"} | ${{ type: "ticket.redirected", to: "court", reason: "A complaint under its own law" }}
  `("as $way keeps the promise too, with nothing to confirm", ({ event }) => {
    const life = inOffices();
    life.act("2026-03-06T10:00", event);
    expect(life.clock("resolve")).toMatchObject({ state: "met", late: false });
    expect(life.states().filter((state) => state.includes("confirm"))).toEqual([]);
    expect(life.ticket.fireAt).toBeUndefined();
  });
  it("after the due time is late, and the breach is written even if no sweep saw it", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept, reply);
    const events = life.act("2026-03-09T17:00:30", resolve);
    expect(kinds(events)).toContain("sla.breached resolve#1");
    expect(life.clock("resolve")).toMatchObject({ state: "met", late: true, breachedAt: at("2026-03-09T17:00") });
  });
  it("ends what was never accepted: as late if it was late, else as no longer needed", () => {
    const early = inOffices();
    early.act("2026-03-02T09:00", resolve);
    expect(early.clock("accept").state).toBe("cancelled");
    const late = inOffices();
    late.act("2026-03-05T09:00", resolve);
    expect(late.clock("accept")).toMatchObject({ state: "met", late: true });
  });
  it.each([rate, { type: "ticket.confirmed" } as const])("is confirmed by the citizen's word: %o", (event) => {
    const life = inOffices();
    life.act("2026-03-06T10:00", resolve);
    life.act("2026-03-07T10:00", event);
    expect(life.clock("confirm")).toMatchObject({ state: "met", late: false });
  });
  it("reopened is a new promise beside the old one and its result", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept);
    life.act("2026-03-10T10:00", resolve);
    life.act("2026-03-11T10:00", reopen);
    expect(life.ticket.clocks.filter(({ name }) => name === "resolve")).toMatchObject([
      { epoch: 1, state: "met", late: true },
      { epoch: 2, state: "running", dueAt: at("2026-03-18T17:00") },
    ]);
    expect(life.clock("confirm").state).toBe("met");
    expect(life.clock("accept")).toMatchObject({ epoch: 2, state: "running" });
  });
  it("closed by staff ends everything; a broken promise ends as late", () => {
    const life = inOffices();
    life.ring("2026-03-09T17:00");
    life.act("2026-03-09T18:00", close);
    expect(life.clock("resolve")).toMatchObject({ state: "met", late: true });
    expect(life.states().filter((state) => /running|breached|paused/.test(state))).toEqual([]);
    expect(life.ticket.fireAt).toBeUndefined();
  });
});

describe("a merge", () => {
  it("ends all promises, kept or not", () => {
    const life = inOffices();
    life.act("2026-03-03T10:00", merge);
    expect(life.states().filter((state) => /running|breached|paused/.test(state))).toEqual([]);
  });
  it("that is undone lets them hold again, due when they were due", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept, reply);
    const before = life.clock("resolve");
    life.act("2026-03-03T10:00", merge);
    life.act("2026-03-04T10:00", unmerge);
    expect(life.clock("resolve")).toEqual(before);
  });
  it("that is undone late rings at once", () => {
    const life = inOffices();
    life.act("2026-03-02T09:00", accept, reply);
    life.act("2026-03-03T10:00", merge);
    expect(heard(life.act("2026-03-20T10:00", unmerge)).at(-1)).toBe("resolve#1 breached unit-head/offices");
  });
  it("that is undone leaves a breach a breach", () => {
    const life = inOffices();
    life.ring("2026-03-09T17:00");
    life.act("2026-03-09T18:00", merge);
    expect(life.clock("resolve")).toMatchObject({ state: "cancelled", breachedAt: at("2026-03-09T17:00") });
    life.act("2026-03-09T19:00", unmerge);
    expect(life.clock("resolve")).toMatchObject({ state: "breached", breachedAt: at("2026-03-09T17:00") });
  });
});
