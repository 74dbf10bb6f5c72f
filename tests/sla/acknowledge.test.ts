import { describe, expect, it } from "vitest";
import { hanoi } from "./dong-thap.ts";
import { accept, heard, kinds, reply, rulesWith, TicketLife } from "./ticket-life.ts";

const at = (local: string) => hanoi(local).toISOString();

/** Late since Monday 9 March, 17:00; the unit's head has been told, the department's head is next on Tuesday, 11:00. */
function late(rules = rulesWith()) {
  const life = new TicketLife({ at: "2026-03-02T08:00", agency: "offices", rules });
  life.act("2026-03-02T08:30", accept, reply);
  life.ring("2026-03-09T17:00");
  return life;
}
const ladderOf = (events: Parameters<typeof heard>[0]) => heard(events).filter((line) => line.startsWith("resolve"));

describe("a breach that somebody takes on", () => {
  it("holds the next rung for the ladder's time, counted from the acknowledgement", () => {
    const life = late();
    const events = life.acknowledge("2026-03-10T09:00", { by: "head-1" });
    expect(events).toMatchObject([{ type: "sla.acknowledged", by: "head-1", heldUntil: at("2026-03-10T15:00") }]);
    expect(ladderOf(life.ring("2026-03-10T14:59:59.999"))).toEqual([]);
    expect(ladderOf(life.ring("2026-03-10T15:00"))).toEqual(["resolve#1 rung 1 department-head/parent"]);
  });
  it("leaves those above as far apart as the ladder has them", () => {
    const life = late();
    life.acknowledge("2026-03-10T09:00", { by: "head-1" });
    life.ring("2026-03-10T15:00");
    // Four office hours lie between the two rungs.
    expect(ladderOf(life.ring("2026-03-11T08:59:59"))).toEqual([]);
    expect(ladderOf(life.ring("2026-03-11T09:00"))).toEqual(["resolve#1 rung 2 supervisor/province"]);
  });
  it("says who took it on and when", () => {
    const life = late();
    life.acknowledge("2026-03-10T09:00", { by: "head-1" });
    expect(life.clock("resolve")).toMatchObject({ acknowledgedBy: "head-1", acknowledgedAt: at("2026-03-10T09:00") });
  });
  it("is taken on once: a second time changes nothing and holds no longer", () => {
    const life = late();
    life.acknowledge("2026-03-10T09:00", { by: "head-1" });
    expect(life.acknowledge("2026-03-10T10:00", { by: "head-1" })).toEqual([]);
  });
  it("is for the next one up to take on anew", () => {
    const life = late();
    life.acknowledge("2026-03-10T09:00", { by: "head-1" });
    life.ring("2026-03-10T15:00");
    expect(life.clock("resolve")).not.toHaveProperty("acknowledgedAt");
    expect(kinds(life.acknowledge("2026-03-10T16:00", { by: "head-2" }))).toEqual(["sla.acknowledged resolve#1"]);
  });
  it("never rings earlier for it", () => {
    const life = late();
    life.acknowledge("2026-03-09T17:00", { by: "head-1" });
    expect(life.clock("resolve")).toMatchObject({ nextRingAt: at("2026-03-10T11:00") });
  });
  it("does not drop rungs that were due before, when the sweep had stopped", () => {
    const life = late();
    const events = life.acknowledge("2026-03-10T13:30", { by: "head-1" });
    expect(kinds(events)).toEqual(["sla.escalated resolve#1", "sla.acknowledged resolve#1"]);
  });
});

describe("an acknowledgement", () => {
  it("of nothing late is nothing", () => {
    const life = new TicketLife({ at: "2026-03-02T08:00", agency: "offices" });
    expect(life.acknowledge("2026-03-02T09:00", { by: "head-1" })).toEqual([]);
  });
  it.each`
    what                    | asked                            | taken
    ${"everything"}         | ${{}}                            | ${["sla.acknowledged accept#1", "sla.acknowledged first-reply#1"]}
    ${"one clock"}          | ${{ clock: "accept" }}           | ${["sla.acknowledged accept#1"]}
    ${"one epoch of it"}    | ${{ clock: "accept", epoch: 1 }} | ${["sla.acknowledged accept#1"]}
    ${"an epoch not there"} | ${{ clock: "accept", epoch: 2 }} | ${[]}
  `("may be of $what", ({ asked, taken }) => {
    const life = new TicketLife({ at: "2026-03-02T08:00", agency: "offices" });
    life.ring("2026-03-03T17:00");
    expect(kinds(life.acknowledge("2026-03-03T17:00", { by: "head-1", ...asked })).sort()).toEqual(taken);
  });
  it("at the top of the ladder holds nothing and is still written down", () => {
    const life = late();
    life.ring("2026-03-11T17:00");
    const [event] = life.acknowledge("2026-03-12T08:00", { by: "chair-1", clock: "resolve" });
    expect(event).toMatchObject({ type: "sla.acknowledged" });
    expect(event).not.toHaveProperty("heldUntil");
  });
});
