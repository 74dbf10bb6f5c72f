const UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** An ISO-8601 duration of weeks, days, hours, minutes and seconds in milliseconds of wall-clock time. */
export function durationMs(duration: string): number {
  const parts = /^P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  const amounts = (parts ?? []).slice(1).map((part) => Number(part ?? 0));
  return amounts.reduce((sum, amount, index) => sum + amount * (UNITS_MS[index] ?? 0), 0);
}
