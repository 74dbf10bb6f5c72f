/** How many reports of one category and area came in a window of time. */
export interface WindowCount {
  readonly category: string;
  readonly area: string;
  readonly count: number;
  /** Counts of the same window on earlier days, for what is usual there. */
  readonly usual: readonly number[];
}

/** Fewer reports than this are no storm, however quiet the place usually is. */
const FEWEST = 4;
/** So many deviations above the usual: about one false proposal for a category and area in thirty thousand windows. */
const DEVIATIONS = 4;

/**
 * From how many reports on a window is a storm.
 *
 * Reports come like rain drops (Poisson): their deviation is the root of their mean, so a market town with ten a day
 * needs more of them than a hamlet with none.
 */
export function stormThreshold(usual: readonly number[]): number {
  const mean = usual.length === 0 ? 0 : usual.reduce((sum, count) => sum + count, 0) / usual.length;
  return Math.max(FEWEST, Math.ceil(mean + DEVIATIONS * Math.sqrt(mean)));
}

/** The categories and areas for which one incident should be proposed, worst first. */
export function stormsIn(windows: readonly WindowCount[]): readonly WindowCount[] {
  return windows
    .filter(({ count, usual }) => count >= stormThreshold(usual))
    .sort((a, b) => b.count / stormThreshold(b.usual) - a.count / stormThreshold(a.usual));
}
