import type { FaultReport, Surroundings } from "./fault-report.ts";
import { type IncidentProposal, readProposalId } from "./incident-proposal.ts";

/** Everything of one category and area: `D#<category>#<area>`. */
export const surroundingsKey = ({ category, area }: Surroundings): string => `D#${category}#${area}`;
/** A report: `R#<time>#<ticketId>`, so that one ticket has one, however often it is kept. */
export const reportKey = (report: FaultReport) => ({
  pk: surroundingsKey(report),
  sk: `R#${report.at}#${report.ticketId}`,
});
/** An incident proposal: `S#<hour>`, so that an hour has one. */
export const PROPOSALS = "S#";

/** The key that an id stands for; undefined for what is no id. */
export function proposalKey(id: string): { pk: string; sk: string } | undefined {
  const read = readProposalId(id);
  return read === undefined ? undefined : { pk: surroundingsKey(read), sk: `${PROPOSALS}${read.hour}` };
}

/** Proposals of all categories and areas by month, in the index that lists tickets by month too. */
export const proposalsOfMonth = (month: string): string => `STORM#${month}`;
export const proposalIndexKeys = ({ at, id }: IncidentProposal) => ({
  gsi4pk: proposalsOfMonth(at.slice(0, 7)),
  gsi4sk: `${at}#${id}`,
});
