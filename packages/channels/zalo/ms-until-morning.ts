const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UTC_OFFSET_MS = 7 * HOUR_MS;

/** How long until it is 06:00 in Vietnam, when Zalo's night of promotion messages and templates ends. */
export function msUntilMorning(now: Date): number {
  const sinceMidnight = (now.getTime() + UTC_OFFSET_MS) % DAY_MS;
  const untilSix = 6 * HOUR_MS - sinceMidnight;
  return untilSix > 0 ? untilSix : untilSix + DAY_MS;
}
