import type { TicketEvent } from "#contracts/domain-event";
import type { ClockBook } from "#sla/clock-book";
import { cancelClock, endClock, meetClock } from "#sla/end-clock";
import { extendClock } from "#sla/extend-clock";
import { assigned, classified, opened } from "#sla/opening-clocks";
import { reviveClocks } from "#sla/revive-clocks";
import type { Scene } from "#sla/scene";
import { startClock } from "#sla/start-clock";

type Follow = {
  readonly [T in TicketEvent["type"]]: (
    book: ClockBook,
    scene: Scene,
    event: Extract<TicketEvent, { type: T }>,
  ) => void;
};

const nothing = (): void => {};
const replied = (book: ClockBook, scene: Scene): void => meetClock(book, "first-reply", scene);
const confirmed = (book: ClockBook, scene: Scene): void => meetClock(book, "confirm", scene);

/** A final answer keeps the citizen's promise, and what was asked of the agency on the way no longer matters. */
function settled(book: ClockBook, scene: Scene): void {
  meetClock(book, "first-reply", scene);
  meetClock(book, "resolve", scene);
  for (const name of ["forward", "accept", "progress"] as const) endClock(book, name, scene);
}

/** The matter is open again: a new promise, beside the old one and its result. */
function reopened(book: ClockBook, scene: Scene): void {
  confirmed(book, scene);
  startClock(book, "resolve", scene.now, scene);
  startClock(book, scene.ticket.agency === undefined ? "forward" : "accept", scene.now, scene);
}

/** The agency said how far it is; if it is late, it has to say so again after a while. */
function progressReported(book: ClockBook, scene: Scene): void {
  replied(book, scene);
  if (book.openOf("progress") === undefined) return;
  meetClock(book, "progress", scene);
  startClock(book, "progress", scene.now, scene);
}

function returned(book: ClockBook, scene: Scene): void {
  endClock(book, "accept", scene);
  endClock(book, "forward", scene);
  startClock(book, "forward", scene.now, scene);
}

function closed(book: ClockBook, scene: Scene): void {
  for (const { name } of book.open()) endClock(book, name, scene);
}

function merged(book: ClockBook, scene: Scene): void {
  for (const clock of book.open()) cancelClock(book, clock, scene);
}

/** What each ticket event does to the clocks. The list is closed: a new event type does not compile until it is here. */
export const ticketEventClocks: Follow = {
  "ticket.opened": opened,
  "ticket.message-added": (book, scene, { direction }) => {
    // a person of ours wrote in the vendor's own chat: that is a first reply like any other
    if (direction === "out") replied(book, scene);
  },
  "ticket.classified": classified,
  "ticket.assigned": assigned,
  "ticket.accepted": (book, scene) => meetClock(book, "accept", scene),
  "ticket.returned": returned,
  "ticket.information-asked": replied,
  "ticket.information-given": nothing,
  "ticket.replied": replied,
  "ticket.noted": nothing,
  "ticket.progress-reported": progressReported,
  "ticket.extension-requested": nothing,
  "ticket.extension-approved": (book, scene, { newDueAt }) => extendClock(book, newDueAt, scene),
  "ticket.extension-refused": nothing,
  "ticket.resolved": (book, scene) => {
    settled(book, scene);
    startClock(book, "confirm", scene.now, scene);
  },
  "ticket.answered": settled,
  "ticket.rejected": settled,
  "ticket.redirected": settled,
  "ticket.handed-over": nothing,
  "ticket.confirmed": confirmed,
  "ticket.rated": confirmed,
  "ticket.reopened": reopened,
  "ticket.closed": closed,
  "ticket.merged": merged,
  "ticket.unmerged": reviveClocks,
  "ticket.duplicate-marked": nothing,
  "ticket.duplicate-unmarked": nothing,
  "ticket.split": nothing,
  "ticket.escalated": nothing,
  "ticket.call-linked": nothing,
  "ticket.contact-learnt": nothing,
};
