import type { OpenClock } from "#sla/clock-states";
import { iso } from "#sla/iso";
import type { Scene } from "#sla/scene";
import { after } from "#sla/used-time";

/** The due time as it stands; for a clock that stands still, the one it would have if it went on where it stopped. */
export function standingDue(clock: OpenClock, { rules }: Scene): string {
  if (clock.state !== "paused") return clock.dueAt;
  const { ms, unit } = clock.remaining;
  return clock.dueAt ?? iso(after(Date.parse(clock.pausedAt), ms, unit, rules.calendar(clock.calendar)));
}
