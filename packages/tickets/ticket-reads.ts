import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { TicketStatus } from "#contracts/words";
import type { CitizenContact, StoredMessage } from "#tickets/ticket-store";

/** One page of heads in the order of a list, and where the next page begins. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  /** The sort key of the last row looked at; absent at the end of the list. */
  readonly after?: string;
}

interface WorkListQuery {
  readonly agencies: readonly (string | undefined)[];
  readonly statuses: readonly TicketStatus[];
  readonly limit: number;
  readonly after?: string;
}

export interface OpenedQuery {
  /** Newest first, from this instant back to `from`. */
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  readonly after?: string;
}

/** The reading side: lists, one ticket with all that belongs to it. Nothing here decides a write. */
export interface TicketReads {
  /** An agency's tickets by due time, the most urgent first. `undefined` as agency is the call centre's desk. */
  workList(query: WorkListQuery): Promise<TicketPage>;
  /** All tickets by opening time, newest first. */
  opened(query: OpenedQuery): Promise<TicketPage>;
  ofCitizen(citizen: string, limit: number): Promise<readonly Ticket[]>;
  /** In the order of the ids; those that name no ticket are left out. */
  byIds(ticketIds: readonly string[]): Promise<readonly Ticket[]>;
  ledger(ticketId: string): Promise<readonly LedgerEntry[]>;
  /** Messages of citizens that these entries speak of, in the order they were sent. */
  messages(ticket: Ticket, ledger: readonly LedgerEntry[]): Promise<readonly StoredMessage[]>;
  firstMessages(tickets: readonly Ticket[]): Promise<ReadonlyMap<string, StoredMessage>>;
  contacts(citizens: readonly string[]): Promise<ReadonlyMap<string, CitizenContact>>;
}
