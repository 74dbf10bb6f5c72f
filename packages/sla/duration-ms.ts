const form = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const unitsMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** The milliseconds of an ISO-8601 duration of weeks, days, hours, minutes and seconds. */
export function durationMs(duration: string): number {
  const parts = form.exec(duration)?.slice(1);
  if (parts === undefined) throw new RangeError(`Not a duration: "${duration}", expected ISO-8601 such as PT8H`);
  return Math.round(parts.reduce((sum, part, unit) => sum + Number(part ?? 0) * (unitsMs[unit] ?? 0), 0));
}
