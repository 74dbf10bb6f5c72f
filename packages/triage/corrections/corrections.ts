import type { Correction } from "./correction.ts";

/** What agents put right or let stand, one line for each ticket, until it expires or its citizen is erased. */
export interface Corrections {
  /** The latest judgement stands; one that a person said outright is not replaced by one that was only left. */
  keep(correction: Correction, expiresAt: Date): Promise<void>;
  /** Nothing of this ticket may be learned from any more. */
  forget(ticket: Pick<Correction, "citizen" | "ticketId">): Promise<void>;
  /** All of tickets opened from this instant on, oldest first. */
  openedSince(from: Date, now: Date): Promise<readonly Correction[]>;
}
