import type { FaultReport, Surroundings } from "./fault-report.ts";

/** A stretch of time in one category and area, both ends within. */
export interface Stretch extends Surroundings {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The reports of the last two weeks, by category, area and time. Reading costs what is near and recent, never what is
 * open.
 */
export interface FaultReports {
  /** Keeps a report; the same again changes nothing. */
  keep(report: FaultReport): Promise<void>;
  /** Strongly consistent, and never more than `limit`: those next to the end that comes first. */
  between(stretch: Stretch, order: "oldest-first" | "newest-first", limit: number): Promise<readonly FaultReport[]>;
}
