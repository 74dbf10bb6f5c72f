import type { DomainEventType, LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { FaultReport } from "#duplicates/fault-report";
import type { IncidentProposal } from "#duplicates/incident-proposal";
import { packedSketch, wordSketch } from "#duplicates/word-sketch";

export interface RememberReportDependencies {
  /** Keeps the report; the proposal that it made, if it made one. */
  readonly watch: (report: FaultReport) => Promise<IncidentProposal | undefined>;
  readonly tell: (proposal: IncidentProposal, ticket: Ticket) => Promise<void>;
}

/** What gives a ticket its category and place. */
const placing: readonly DomainEventType[] = ["ticket.opened", "ticket.classified"];

/**
 * A ticket that was opened, or classified anew, becomes a report that others are compared and counted with; a storm
 * of them is told once.
 *
 * Without a place there is nothing to compare: words and time alone propose nothing. The words are the title's: the
 * matter without greetings and names, and at hand without another read.
 */
export function rememberReport({ watch, tell }: RememberReportDependencies) {
  return async ({ events }: LedgerEntry, ticket: Ticket): Promise<void> => {
    const { areaCode } = ticket.place;
    if (areaCode === undefined || !events.some(({ type }) => placing.includes(type))) return;
    const proposal = await watch({
      ticketId: ticket.id,
      citizen: ticket.citizen,
      category: ticket.category,
      area: areaCode,
      at: ticket.openedAt,
      words: packedSketch(wordSketch(ticket.title)),
    });
    if (proposal !== undefined) await tell(proposal, ticket);
  };
}
