import { expect, it } from "vitest";
import { assign, classify, reply, TicketLife } from "./ticket-life.ts";

const underOwnLaw = "khieu_nai_to_cao";
const monday = "2026-09-14T08:15:30";

it("a complaint or denunciation is forwarded and answered in time, and has no promise that its own law makes instead", () => {
  const life = new TicketLife({ at: monday, category: underOwnLaw });
  expect(life.states()).toEqual(["first-reply#1 running", "forward#1 running"]);
  life.act("2026-09-14T08:18:00", assign("offices"), reply);
  expect(life.states()).toEqual(["first-reply#1 met", "forward#1 met"]);
});

it("a matter that turns out to be a complaint stops running against the hotline's promise", () => {
  const life = new TicketLife({ at: monday });
  life.act("2026-09-14T09:00:00", classify("normal", underOwnLaw));
  expect(life.clock("resolve").state).toBe("cancelled");
});

it.each`
  when                               | category
  ${"was thought to be a complaint"} | ${underOwnLaw}
  ${"became one and is none again"}  | ${"lighting"}
`("a matter that $when is promised from the day it was opened", ({ category }) => {
  const usual = new TicketLife({ at: monday });
  const life = new TicketLife({ at: monday, category });
  life.act("2026-09-15T09:00:00", classify("normal", underOwnLaw));
  life.act("2026-09-16T09:00:00", classify("normal"));
  const due = (clock: object) => ("dueAt" in clock ? clock.dueAt : undefined);
  expect(life.clock("resolve").state).toBe("running");
  expect(due(life.clock("resolve"))).toBe(due(usual.clock("resolve")));
});

it("an ordinary matter that is classified anew keeps the promise it has", () => {
  const life = new TicketLife({ at: monday });
  life.act("2026-09-15T09:00:00", classify("high"));
  expect(life.clock("resolve").epoch).toBe(1);
});
