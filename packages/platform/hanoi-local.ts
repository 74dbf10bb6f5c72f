const OFFSET_MS = 7 * 3_600_000;

/** What calendar and clock on a Vietnamese wall show at an instant (UTC+7, no daylight saving time). */
export function hanoiLocal(at: Date): { readonly date: string; readonly time: string } {
  const [date = "", time = ""] = new Date(at.getTime() + OFFSET_MS).toISOString().split("T");
  return { date, time: time.slice(0, 5) };
}
