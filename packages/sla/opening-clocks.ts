import type { ClockBook } from "#sla/clock-book";
import { endClock, meetClock } from "#sla/end-clock";
import { reckonAllAgain } from "#sla/reckon-again";
import type { Scene } from "#sla/scene";
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
