import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { type TellEveryoneDependencies, tellEveryone } from "#notifications/tell-everyone";
import type { Telling } from "#notifications/what-to-tell";

export interface PublishEntryDependencies extends TellEveryoneDependencies {
  readonly findTicket: (ticketId: string) => Promise<Ticket | undefined>;
  readonly whatToTell: (entry: LedgerEntry, ticket: Ticket) => Promise<Telling>;
  /** Keeps the ticket for comparing it with others; after the telling, for citizens come first. */
  readonly remember: (entry: LedgerEntry, ticket: Ticket) => Promise<void>;
}

/**
 * One act on a ticket → everything that must be told because of it, stored and queued; then it is remembered.
 *
 * The stream may bring an entry twice, and we may die half way: everything is stored under an id derived from the
 * event, so doing it again completes it and tells nobody twice.
 */
export async function publishEntry(entry: LedgerEntry, dependencies: PublishEntryDependencies): Promise<void> {
  const ticket = await dependencies.findTicket(entry.ticketId);
  if (ticket === undefined) throw new Error(`The ledger speaks of ticket ${entry.ticketId}, which is not there`);
  await tellEveryone(await dependencies.whatToTell(entry, ticket), dependencies);
  await dependencies.remember(entry, ticket);
}
