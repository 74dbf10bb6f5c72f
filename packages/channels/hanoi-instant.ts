const LOCAL = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})[ T]?(\d{2}):?(\d{2}):?(\d{2})$/;

/**
 * A vendor's local time without a zone (20260914081530, 2026-09-14 08:15:30) as an instant; undefined when it is none.
 *
 * Vietnam is at UTC+7 and has no summer time.
 */
export function hanoiInstant(local: string): string | undefined {
  const [, year, month, day, hour, minute, second] = LOCAL.exec(local.trim()) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asIfUtc = Date.parse(`${written}Z`);
  const isOnTheCalendar = !Number.isNaN(asIfUtc) && new Date(asIfUtc).toISOString().startsWith(written);
  return isOnTheCalendar ? new Date(`${written}+07:00`).toISOString() : undefined;
}
