import type { FaultReport } from "./fault-report.ts";
import type { FaultReports } from "./fault-reports.ts";
import { type IncidentProposal, isWithin, proposalIdOf } from "./incident-proposal.ts";
import type { IncidentProposals } from "./incident-proposals.ts";
import { fullestWindow, mayBeStorm, reporters, STORM_WINDOW_MS, stormThreshold, usualReporters } from "./storm.ts";

export interface WatchForStormDependencies {
  readonly reports: FaultReports;
  readonly proposals: IncidentProposals;
}

const DAY_MS = 86_400_000;
const DAYS_THAT_SHOW_THE_USUAL = 14;
/** Counting ends here: whatever is beyond is a storm everywhere. */
const MOST_REPORTS = 200;

/**
 * Keeps a report; answers the incident proposal that it made, which somebody must be told of, if it made one.
 *
 * Counted by reading and never by adding up, so the same report counts once however often it is brought. Whoever died
 * before telling gets the same proposal again, and nobody else does. In the midst of a storm a report costs no more
 * than on a quiet day.
 */
export async function watchForStorm(
  report: FaultReport,
  { reports, proposals }: WatchForStormDependencies,
): Promise<IncidentProposal | undefined> {
  await reports.keep(report);
  const known = await proposals.newest(report);
  if (known?.ticketId === report.ticketId) return known;
  if (known !== undefined && isWithin(known, report)) return undefined;
  const at = Date.parse(report.at);
  const around = await reportsBetween(report, at - STORM_WINDOW_MS, at + STORM_WINDOW_MS, reports);
  const window = fullestWindow(report, around);
  if (!mayBeStorm(reporters(window))) return undefined;
  if (known !== undefined && isGoingOn(known, report)) {
    if (reporters(window) >= known.threshold) await proposals.goesOn(known.id, report.at);
    return undefined;
  }
  const usual = await usualAt(report, reports);
  return reporters(window) < stormThreshold(usual) ? undefined : propose(report, window, usual, proposals);
}

/** A storm has passed when nothing was added to it for a whole window. */
function isGoingOn({ from, lastAt }: IncidentProposal, { at }: FaultReport): boolean {
  return at >= from && Date.parse(at) <= Date.parse(lastAt) + STORM_WINDOW_MS;
}

/** The same hours on each of the days before. */
async function usualAt(report: FaultReport, reports: FaultReports): Promise<number> {
  const days = Array.from({ length: DAYS_THAT_SHOW_THE_USUAL }, (_, day) => (day + 1) * DAY_MS);
  const earlier = days.map((before) => {
    const end = Date.parse(report.at) - before;
    return reportsBetween(report, end - STORM_WINDOW_MS, end, reports);
  });
  return usualReporters((await Promise.all(earlier)).map(reporters));
}

async function propose(
  report: FaultReport,
  window: readonly FaultReport[],
  usual: number,
  proposals: IncidentProposals,
): Promise<IncidentProposal | undefined> {
  const { category, area, ticketId, at } = report;
  const times = window.map((other) => other.at).sort();
  const made = await proposals.open({
    id: proposalIdOf(report),
    category,
    area,
    ticketId,
    at,
    from: times[0] ?? at,
    lastAt: times.at(-1) ?? at,
    reporters: reporters(window),
    usual,
    threshold: stormThreshold(usual),
  });
  return made.ticketId === ticketId ? made : undefined;
}

function reportsBetween({ category, area }: FaultReport, from: number, to: number, reports: FaultReports) {
  return reports.between({ category, area, from: new Date(from), to: new Date(to) }, "newest-first", MOST_REPORTS);
}
