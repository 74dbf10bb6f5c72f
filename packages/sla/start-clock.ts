import type { ClockName } from "#contracts/clock";
import type { ClockBook } from "#sla/clock-book";
import { dueMs } from "#sla/due-at";
import { iso } from "#sla/iso";
import { running } from "#sla/running-clock";
import { allowanceFor, calendarFor, type Scene } from "#sla/scene";
import { isIncomplete } from "#sla/working-calendar";

/** Starts a promise at `start`, one epoch after its last; nothing where the policy does not make it. */
export function startClock(book: ClockBook, name: ClockName, start: number, scene: Scene): void {
  const allowance = allowanceFor(name, scene);
  if (allowance === undefined) return;
  const calendar = calendarFor(scene);
  const due = dueMs(start, allowance, calendar);
  const clock = {
    name,
    epoch: book.epochOf(name) + 1,
    startedAt: iso(start),
    allowance,
    calendar: calendar.id,
    calendarVersion: calendar.version,
    policyVersion: scene.policyVersion,
    ...(isIncomplete(calendar, start, due) ? { calendarIncomplete: true } : {}),
    warned: 0,
  };
  book.record({ type: "sla.started", clock: running(clock, due, { scene, calendar, notBefore: start }) });
}
