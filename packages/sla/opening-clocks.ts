import type { ClockName } from "#contracts/clock";
import type { ClockBook } from "#sla/clock-book";
import { endClock, meetClock } from "#sla/end-clock";
import { reckonAllAgain } from "#sla/reckon-again";
import { isExempt, type Scene } from "#sla/scene";
import { startClock } from "#sla/start-clock";

/** A ticket is there: it has to be forwarded, answered and settled. */
export function opened(book: ClockBook, scene: Scene): void {
  for (const name of ["forward", "first-reply", "resolve"] as const) startClock(book, name, scene.now, scene);
}

/**
 * An agency has the ticket: it is forwarded, and the agency has its own time to accept it, from now on.
 *
 * The citizen's promise goes on from its own start, by the calendar of whoever has to keep it.
 */
export function assigned(book: ClockBook, scene: Scene): void {
  meetClock(book, "forward", scene);
  endClock(book, "accept", scene);
  startClock(book, "accept", scene.now, scene);
  reckonAllAgain(book, "the ticket went to another agency", scene);
}

/** What everybody is promised from the day of opening, and what only a category of this hotline is. */
const fromOpening: readonly ClockName[] = ["forward", "first-reply", "resolve"];

/**
 * A person read it anew: promises by its urgency, none that another law makes instead, and again those that stopped
 * while it was thought to be such a matter, counted from the opening.
 */
export function classified(book: ClockBook, scene: Scene): void {
  for (const { name } of book.open()) if (isExempt(name, scene)) endClock(book, name, scene);
  reckonAllAgain(book, "the ticket was classified anew", scene);
  for (const name of fromOpening) {
    if (wasExempt(book, name, scene)) startClock(book, name, Date.parse(scene.ticket.openedAt), scene);
  }
}

/** Some category of the policy goes without this promise, and this ticket did until now. */
function wasExempt(book: ClockBook, name: ClockName, { policy }: Scene): boolean {
  const can = (policy.exempt ?? []).some(({ clocks }) => clocks.includes(name));
  const last = book.clocks().findLast((clock) => clock.name === name);
  return can && (last === undefined || last.state === "cancelled");
}
