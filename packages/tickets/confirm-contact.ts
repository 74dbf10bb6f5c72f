import type { Actor } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { StaleVersionError } from "#tickets/ticket-errors";
import type { CitizenContact, TicketStore } from "#tickets/ticket-store";
import { type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export interface ConfirmContactRequest {
  readonly ticketId: string;
  readonly known: Omit<CitizenContact, "citizen">;
  readonly actor: Actor;
  /** The version the caller has seen; another one refuses the act. */
  readonly expectedVersion?: number;
  /** Throws if this caller may not; asked again on every attempt. */
  readonly authorise: (ticket: Ticket) => void;
}

export interface ConfirmContactDependencies {
  readonly tickets: TicketStore;
  readonly follow: FollowClocks;
  readonly now: () => Date;
}

/**
 * An agent has asked the citizen: name and number are theirs. They stand in the citizen's own item; the ledger says only
 * that they were confirmed, and by whom.
 */
export function confirmContact(
  { ticketId, known, actor, expectedVersion, authorise }: ConfirmContactRequest,
  { tickets, follow, now }: ConfirmContactDependencies,
): Promise<Ticket | undefined> {
  return whileRaced(async () => {
    const before = await tickets.find(ticketId);
    if (before === undefined) return undefined;
    authorise(before);
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw new StaleVersionError(before.code, expectedVersion, before.version);
    const act = { ticketId, events: [{ type: "ticket.contact-learnt" as const }], actor, now: now() };
    const moved = transition(before, act, follow);
    const contact = { citizen: before.citizen, ...known };
    return (await tickets.write({ before, ...moved, contact })) === "written" ? moved.after : "raced";
  });
}
