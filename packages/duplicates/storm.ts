import type { FaultReport } from "./fault-report.ts";

/** How near in time reports of one category and area are looked at together. */
export const STORM_WINDOW_MS = 3 * 3_600_000;

/** Fewer reporters than this are no storm, however quiet the place usually is. */
const FEWEST = 4;
/** So many deviations above the usual: about one false proposal for a category and area in thirty thousand windows. */
const DEVIATIONS = 4;

/** How many reporters of a window are usual there: the mean of the same window on earlier days. */
export function usualReporters(earlier: readonly number[]): number {
  return earlier.length === 0 ? 0 : earlier.reduce((sum, count) => sum + count, 0) / earlier.length;
}

/**
 * From how many reporters on a window is a storm.
 *
 * Reports come like rain drops (Poisson): their deviation is the root of their mean, so a market town with ten a day
 * needs more of them than a hamlet with none.
 */
export function stormThreshold(usual: number): number {
  return Math.max(FEWEST, Math.ceil(usual + DEVIATIONS * Math.sqrt(usual)));
}

/** How many different people reported. */
export function reporters(reports: readonly FaultReport[]): number {
  return new Set(reports.map(({ citizen }) => citizen)).size;
}

/** May this many be a storm at all? It spares the look at what is usual, which most reports do not need. */
export function mayBeStorm(reporting: number): boolean {
  return reporting >= FEWEST;
}

/** Of all windows that hold this report the one with the most reporters: others may have been kept before it or after. */
export function fullestWindow(report: FaultReport, around: readonly FaultReport[]): readonly FaultReport[] {
  const own = Date.parse(report.at);
  const ends = around.map(({ at }) => Date.parse(at)).filter((end) => end >= own && end < own + STORM_WINDOW_MS);
  const windows = ends.map((end) => around.filter(({ at }) => isWithin(Date.parse(at), end)));
  return windows.reduce((fullest, window) => (reporters(window) > reporters(fullest) ? window : fullest), [report]);
}

const isWithin = (at: number, end: number): boolean => at > end - STORM_WINDOW_MS && at <= end;
