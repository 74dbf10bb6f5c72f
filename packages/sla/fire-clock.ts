import type { Tell } from "#contracts/configuration/policy";
import type { ClockBook } from "#sla/clock-book";
import { clockCore } from "#sla/clock-core";
import type { BreachedClock, RunningClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { known } from "#sla/known";
import { nextRungAt } from "#sla/rung-time";
import { running } from "#sla/running-clock";
import { ladderFor, type Scene, type Warning, warningsFor } from "#sla/scene";
import { startClock } from "#sla/start-clock";

/** Lets a clock ring once: its next warning, its breach, or the next rung of its ladder. `at`: when it had to. */
export function fireClock(book: ClockBook, clock: RunningClock | BreachedClock, at: number, scene: Scene): void {
  const warning = warningsFor(clock.name, scene)[clock.warned];
  if (clock.state === "breached") climb(book, clock, at, scene);
  else if (warning === undefined) breach(book, clock, at, scene);
  else warn(book, clock, warning, { at, scene });
}

function warn(
  book: ClockBook,
  clock: RunningClock,
  warning: Warning,
  { at, scene }: { at: number; scene: Scene },
): void {
  const calendar = scene.rules.calendar(clock.calendar);
  const warned = { ...clock, warned: clock.warned + 1 };
  book.record({
    type: "sla.warned",
    clock: running(warned, Date.parse(clock.dueAt), { scene, calendar, notBefore: at }),
    fraction: warning.at,
    ...whoIsTold(warning, scene),
    lateByMs: scene.now - at,
  });
}

/** A broken `resolve` promise starts another one: to say how far the matter is. */
function breach(book: ClockBook, clock: RunningClock, at: number, scene: Scene): void {
  const ladder = ladderFor(clock.name, scene);
  const breachedAt = Math.max(at, Date.parse(clock.dueAt));
  book.record({
    type: "sla.breached",
    ...onRung({ ...clock, breachedAt: iso(breachedAt) }, 0, breachedAt, scene, ladder?.rungs[0]),
    lateByMs: scene.now - at,
  });
  if (clock.name === "resolve" && book.openOf("progress") === undefined)
    startClock(book, "progress", breachedAt, scene);
}

/** Whoever has not acknowledged is passed by: the next one up is told. */
function climb(book: ClockBook, clock: BreachedClock, at: number, scene: Scene): void {
  const rung = (clock.rung ?? 0) + 1;
  const tell = ladderFor(clock.name, scene)?.rungs[rung];
  book.record({ type: "sla.escalated", rung, ...onRung(clock, rung, at, scene, tell), lateByMs: scene.now - at });
}

type Breaching = Omit<BreachedClock, "state">;

/** The clock standing on a rung, and who is told. Where nobody is, the next rung follows at once. */
function onRung(clock: Breaching, rung: number, at: number, scene: Scene, tell: Tell | undefined) {
  const ladder = ladderFor(clock.name, scene);
  const message = tell === undefined ? { told: [], channels: [] } : whoIsTold(tell, scene);
  const calendar = scene.rules.calendar(clock.calendar);
  const next = ladder === undefined ? undefined : nextRungAt({ ...clock, rung }, at, ladder, calendar);
  const nextRingAt = next === undefined ? undefined : iso(message.told.length === 0 ? at : next);
  const { dueAt, breachedAt, warned } = clock;
  return {
    clock: {
      ...clockCore({ ...clock, state: "breached" }),
      state: "breached",
      dueAt,
      breachedAt,
      warned,
      rung,
      ...known({ nextRingAt }),
    },
    ...message,
  } as const;
}

/** An officer who has the ticket is told alone; a role is told as a whole. */
function whoIsTold({ tell, scope, channels }: Tell, { ticket, rules, now }: Scene) {
  const holders = rules.whoHolds(tell, scope, ticket.agency, new Date(now));
  const mine = tell === "officer" ? holders.filter((staff) => staff === ticket.assignee) : [];
  return { told: [...(mine.length > 0 ? mine : holders)], channels: [...channels] };
}
