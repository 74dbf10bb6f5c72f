import type { Clock } from "#contracts/clock";
import type { SlaEvent } from "#contracts/domain-event";
import { clockBook } from "#sla/clock-book";
import { reckonAllAgain } from "#sla/reckon-again";
import { ringUntil } from "#sla/ring-until";
import { sceneOf, type TimedTicket } from "#sla/scene";
import type { SlaRules } from "#sla/sla-rules";

/**
 * A ticket's open clocks by a calendar or policy that has changed: what moves is recorded, old and new.
 *
 * It comes before anything rings, so that a day off announced in time breaks no promise.
 */
export function recompute(
  ticket: TimedTicket & { readonly clocks: readonly Clock[] },
  now: Date,
  rules: SlaRules,
): SlaEvent[] {
  const scene = sceneOf(ticket, now, rules);
  const book = clockBook(ticket.clocks);
  reckonAllAgain(book, "the calendar or the policy changed", scene);
  ringUntil(book, scene.now, scene);
  return [...book.events];
}
