import type { Clock } from "#contracts/clock";
import type { BreachedClock, PausedClock, RunningClock } from "#sla/clock-states";
import { known } from "#sla/known";

/** What a clock keeps through all its states. */
export function clockCore(clock: Clock) {
  const { name, epoch, startedAt, allowance, calendar, calendarVersion, policyVersion } = clock;
  const { calendarIncomplete, originalDueAt, extensions, pauses } = clock;
  return {
    name,
    epoch,
    startedAt,
    allowance,
    calendar,
    calendarVersion,
    policyVersion,
    ...known({ calendarIncomplete, originalDueAt, extensions, pauses }),
  };
}

/** What has been told about a clock that is still open. */
export function toldSoFar({
  warned,
  rung,
  acknowledgedAt,
  acknowledgedBy,
}: RunningClock | PausedClock | BreachedClock) {
  return { warned, ...known({ rung, acknowledgedAt, acknowledgedBy }) };
}
