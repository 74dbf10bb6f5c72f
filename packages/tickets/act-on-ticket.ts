import type { ClockName } from "#contracts/clock";
import type { Actor, SlaEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { DeskAction } from "#tickets/action";
import { decide, mayMove } from "#tickets/decide";
import { StaleVersionError } from "#tickets/ticket-errors";
import type { TicketStore, TicketWrite } from "#tickets/ticket-store";
import { clockTransition, type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export interface ActDependencies {
  readonly tickets: TicketStore;
  readonly follow: FollowClocks;
  /** What acknowledging does to the clocks. */
  readonly acknowledge: (
    ticket: Ticket,
    input: { readonly clock?: ClockName | undefined },
    by: string,
    now: Date,
  ) => SlaEvent[];
  readonly now: () => Date;
}

export interface ActRequest {
  readonly ticketId: string;
  readonly action: DeskAction;
  readonly actor: Actor;
  /** The version the caller has seen; another one refuses the act. */
  readonly expectedVersion?: number;
  /** The caller's own key: a second act under it changes nothing and gives the ticket as it is. */
  readonly idempotency?: { readonly key: string; readonly expiresAt: Date };
  /** May this caller act on this ticket? Throws if not; asked again on every attempt. */
  readonly authorise: (ticket: Ticket) => void;
}

/** One action of a person at the desk on one ticket, all or nothing. Undefined: there is no such ticket. */
export function actOnTicket(request: ActRequest, dependencies: ActDependencies): Promise<Ticket | undefined> {
  const { tickets } = dependencies;
  return whileRaced(async () => {
    const before = await tickets.find(request.ticketId);
    if (before === undefined) return undefined;
    request.authorise(before);
    if (await isRepeated(request, tickets)) return before;
    refuseStale(request, before);
    const write = planAct(before, request, dependencies);
    if (write === undefined) return before;
    return (await tickets.write(write)) === "written" ? write.after : "raced";
  });
}

async function isRepeated({ ticketId, idempotency }: ActRequest, tickets: TicketStore): Promise<boolean> {
  return idempotency !== undefined && (await tickets.idempotent(idempotency.key)) === ticketId;
}

function refuseStale({ expectedVersion }: ActRequest, { code, version }: Ticket): void {
  if (expectedVersion !== undefined && expectedVersion !== version)
    throw new StaleVersionError(code, expectedVersion, version);
}

function planAct(
  before: Ticket,
  { action, actor, idempotency }: ActRequest,
  { follow, acknowledge, now: clock }: ActDependencies,
): TicketWrite | undefined {
  const now = clock();
  const once = idempotency === undefined ? {} : { idempotency };
  if (action.name !== "acknowledge") {
    const events = decide(before, action, actor, now);
    return { before, ...transition(before, { ticketId: before.id, events, actor, now }, follow), ...once };
  }
  mayMove(before, "acknowledge", actor.role ?? "system");
  const events = acknowledge(before, action.input, actor.id ?? "", now);
  return events.length === 0 ? undefined : { before, ...clockTransition(before, events, now, actor), ...once };
}
