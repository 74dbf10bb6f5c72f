import type { CalendarsFile } from "#contracts/configuration/calendar";

const OFFSET_MS = 7 * 3_600_000;
const MINUTE_MS = 60_000;
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

export interface Oracle {
  isOpen(at: number): boolean;
  /** Waits out `ms` of office time, one minute after the other. */
  add(start: number, ms: number): number;
  /** Looks at the clock every minute and counts. */
  diff(from: number, to: number): number;
}

/** The slow and obvious way: it shares not a line with the code that it judges. */
export function minuteByMinute(file: CalendarsFile, id: string): Oracle {
  const calendar = file.calendars.find((one) => one.id === id);
  const days = calendar?.exceptions === undefined ? [] : (file.exceptions[calendar.exceptions]?.days ?? []);

  const shiftsOn = (date: string) => {
    const exception = days.find((day) => day.date === date);
    if (exception?.kind === "off") return [];
    const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "sunday";
    return calendar?.weekly[exception?.shiftsOf ?? weekday] ?? [];
  };
  const cache = new Map<string, ReturnType<typeof shiftsOn>>();
  const shifts = (date: string) => {
    const found = cache.get(date) ?? shiftsOn(date);
    cache.set(date, found);
    return found;
  };
  const isOpen = (at: number) => {
    const [date = "", time = ""] = new Date(at + OFFSET_MS).toISOString().split("T");
    return shifts(date).some(([opens, closes]) => opens <= time.slice(0, 5) && time.slice(0, 5) < closes);
  };
  const endOfMinute = (at: number) => (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS;
  return {
    isOpen,
    add(start, ms) {
      let left = ms;
      let at = start;
      while (left > 0) {
        const counts = isOpen(at);
        const step = Math.min(endOfMinute(at) - at, counts ? left : Number.POSITIVE_INFINITY);
        if (counts) left -= step;
        at += step;
      }
      return at;
    },
    diff(from, to) {
      let ms = 0;
      for (let at = from; at < to; ) {
        const next = Math.min(endOfMinute(at), to);
        if (isOpen(at)) ms += next - at;
        at = next;
      }
      return ms;
    },
  };
}
