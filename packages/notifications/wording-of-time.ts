import { hanoiLocal } from "#platform/hanoi-local";

/** A moment as people in Vietnam write it: "17:00 16/09/2026". */
export function momentText(instant: string): string {
  const { date, time } = hanoiLocal(new Date(instant));
  return `${time} ${date.split("-").toReversed().join("/")}`;
}

const MINUTE_MS = 60_000;

/** How late something is, in its two largest units: "3 ngày 4 giờ", "12 phút". */
export function latenessText(lateByMs: number): string {
  const minutes = Math.floor(lateByMs / MINUTE_MS);
  const parts = [
    [Math.floor(minutes / 1440), "ngày"],
    [Math.floor(minutes / 60) % 24, "giờ"],
    [minutes % 60, "phút"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  return told.length === 0 ? "dưới 1 phút" : told.map(([count, unit]) => `${count} ${unit}`).join(" ");
}
