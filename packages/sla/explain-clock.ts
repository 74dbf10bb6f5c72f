import type { Clock } from "#contracts/clock";
import { type Explanation, explainSpan } from "#sla/explain";
import type { SlaRules } from "#sla/sla-rules";

/** How the due time of a ticket's clock came about, by the calendar as it is now; a clock that stands still has none. */
export function explainClock(clock: Clock, rules: SlaRules): Explanation | undefined {
  const { dueAt, startedAt, allowance, pauses = [] } = clock;
  if (dueAt === undefined) return undefined;
  const span = {
    from: Date.parse(startedAt),
    due: Date.parse(dueAt),
    allowance,
    pauses: pauses.map(({ from, to }): [number, number] => [Date.parse(from), Date.parse(to)]),
  };
  return explainSpan(span, rules.calendar(clock.calendar));
}
