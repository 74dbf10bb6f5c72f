const YEAR_2000_MS = 946_684_800_000;
const YEAR_2100_MS = 4_102_444_800_000;

/** Milliseconds since 1970 as an instant; undefined when they are no time a message can have been sent at. */
export function epochInstant(milliseconds: number): string | undefined {
  const isPlausible = milliseconds >= YEAR_2000_MS && milliseconds <= YEAR_2100_MS;
  return isPlausible ? new Date(milliseconds).toISOString() : undefined;
}
