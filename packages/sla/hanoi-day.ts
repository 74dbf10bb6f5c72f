const OFFSET_MS = 7 * 3_600_000;

/** One day; Vietnam has no daylight saving time, so every day has as many. */
export const DAY_MS = 86_400_000;

/** 00:00 in Hanoi of the day in which an instant lies. */
export function startOfDay(at: number): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
}

/** 00:00 in Hanoi of a date such as 2026-08-20. */
export function startOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`) - OFFSET_MS;
}

/** The date in Hanoi, such as 2026-08-20. */
export function dateOf(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10);
}

/** The year in Hanoi. */
export function yearOf(at: number): number {
  return new Date(at + OFFSET_MS).getUTCFullYear();
}

/** An instant as Hanoi writes it, such as 2026-08-20T16:00:00+07:00. */
export function hanoiIso(at: number): string {
  return `${new Date(at + OFFSET_MS)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, "")}+07:00`;
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** The weekday in Hanoi. */
export function weekdayOf(at: number): Weekday {
  return weekdays[new Date(at + OFFSET_MS).getUTCDay()] ?? "sunday";
}
