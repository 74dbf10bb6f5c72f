import type { SlaEvent } from "#contracts/domain-event";
import { clockBook } from "#sla/clock-book";
import { assigned, opened } from "#sla/opening-clocks";
import { ringUntil } from "#sla/ring-until";
import { sceneOf, type TimedTicket } from "#sla/scene";
import type { SlaRules } from "#sla/sla-rules";

/** The clocks of a ticket that opens now: `accept` among them when it has an agency already. */
export function startClocks(facts: Pick<TimedTicket, "urgency" | "agency">, now: Date, rules: SlaRules): SlaEvent[] {
  const scene = sceneOf({ ...facts, openedAt: now.toISOString() }, now, rules);
  const book = clockBook([]);
  opened(book, scene);
  if (facts.agency !== undefined) assigned(book, scene);
  ringUntil(book, scene.now, scene);
  return [...book.events];
}
