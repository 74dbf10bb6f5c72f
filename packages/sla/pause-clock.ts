import type { ClockBook } from "#sla/clock-book";
import { clockCore, toldSoFar } from "#sla/clock-core";
import type { BreachedClock, PausedClock, RunningClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import { known } from "#sla/known";
import { running } from "#sla/running-clock";
import { ladderFor, type Scene } from "#sla/scene";
import { after, endOfLastDay, passed, unitOf } from "#sla/used-time";
import { isIncomplete } from "#sla/working-calendar";

/** Stops a clock while the ticket waits for the citizen. */
export function pauseClock(book: ClockBook, clock: RunningClock | BreachedClock, scene: Scene): void {
  const calendar = scene.rules.calendar(clock.calendar);
  const unit = unitOf(nextRung(clock, scene)?.after ?? clock.allowance);
  const until = clock.state === "running" ? clock.dueAt : clock.nextRingAt;
  const ms = until === undefined ? 0 : Math.max(0, passed(scene.now, Date.parse(until), unit, calendar));
  book.record({
    type: "sla.paused",
    clock: {
      ...clockCore(clock),
      ...toldSoFar(clock),
      state: "paused",
      pausedAt: iso(scene.now),
      remaining: { unit, ms },
      ...(clock.state === "breached" ? { breachedAt: clock.breachedAt, dueAt: clock.dueAt } : {}),
    },
  });
}

/** Lets a clock go on with what was left. */
export function resumeClock(book: ClockBook, clock: PausedClock, scene: Scene): void {
  const { remaining, breachedAt, dueAt, pausedAt, pauses = [] } = clock;
  const until = after(scene.now, remaining.ms, remaining.unit, scene.rules.calendar(clock.calendar));
  const core = {
    ...clockCore(clock),
    ...toldSoFar(clock),
    pauses: [...pauses, { from: pausedAt, to: iso(scene.now) }],
  };
  if (breachedAt === undefined || dueAt === undefined) {
    book.record({ type: "sla.resumed", clock: runningOn(core, until, scene) });
    return;
  }
  const nextRingAt = nextRung(clock, scene) === undefined ? undefined : iso(until);
  book.record({
    type: "sla.resumed",
    clock: { ...core, state: "breached", breachedAt, dueAt, ...known({ nextRingAt }) },
  });
}

function runningOn(core: Parameters<typeof running>[0], until: number, scene: Scene): RunningClock {
  const calendar = scene.rules.calendar(core.calendar);
  const due = endOfLastDay(until, core.allowance);
  const incomplete = isIncomplete(calendar, Date.parse(core.startedAt), due);
  const { calendarIncomplete: _, ...rest } = core;
  const clock = incomplete ? { ...rest, calendarIncomplete: true } : rest;
  return running(clock, due, { scene, calendar, notBefore: scene.now });
}

/** What a breached clock waits for; a clock that is not late waits for its own due time. */
function nextRung(clock: RunningClock | BreachedClock | PausedClock, scene: Scene) {
  if (clock.state === "running" || clock.breachedAt === undefined) return undefined;
  return ladderFor(clock.name, scene)?.rungs[(clock.rung ?? 0) + 1];
}
