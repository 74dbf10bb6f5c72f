import type { Clock } from "#contracts/clock";

/** The earliest moment at which any of a ticket's clocks rings: the head's `fireAt`. */
export function nextRing(clocks: readonly Clock[]): string | undefined {
  let first: string | undefined;
  for (const clock of clocks) {
    const at = "nextRingAt" in clock ? clock.nextRingAt : undefined;
    if (at !== undefined && (first === undefined || at < first)) first = at;
  }
  return first;
}
