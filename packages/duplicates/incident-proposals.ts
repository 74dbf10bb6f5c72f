import type { Surroundings } from "./fault-report.ts";
import type { IncidentProposal } from "./incident-proposal.ts";

/** Proposals to treat the reports of a storm as one incident. */
export interface IncidentProposals {
  /** Stores a new one; answers the one that is there already, which may be somebody else's. */
  open(proposal: IncidentProposal): Promise<IncidentProposal>;
  find(id: string): Promise<IncidentProposal | undefined>;
  /** The newest one of a category and area, as it was a moment ago: `open` settles who came first. */
  newest(where: Surroundings): Promise<IncidentProposal | undefined>;
  /** The storm goes on: one more report. */
  goesOn(id: string, lastAt: string): Promise<void>;
  /** Made between two moments, newest first. */
  madeBetween(from: Date, to: Date, limit: number): Promise<readonly IncidentProposal[]>;
  /** Somebody decided that it is no incident; the first decision stays. */
  dismiss(id: string, by: string, at: Date): Promise<IncidentProposal | undefined>;
}
