import type { Call } from "#contracts/inbound-message";
import type { TicketStore } from "#tickets/ticket-store";
import { type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export interface ReceiveCallDependencies {
  readonly tickets: TicketStore;
  readonly follow: FollowClocks;
  readonly now: () => Date;
}

/**
 * A call's record finds the ticket its transcript or its agent made, or waits for it.
 *
 * A later record of the same call (a recording that arrives after) replaces an earlier one; the same again changes
 * nothing.
 */
export function receiveCall(
  call: Call,
  dependencies: ReceiveCallDependencies,
): Promise<"linked" | "kept" | "duplicate"> {
  return whileRaced(() => tryOnce(call, dependencies));
}

async function tryOnce(call: Call, { tickets, follow, now: clock }: ReceiveCallDependencies) {
  const before = await tickets.call(call.id);
  if (before?.call !== undefined && JSON.stringify(sorted(before.call)) === JSON.stringify(sorted(call)))
    return "duplicate";
  const after = { ...before, callId: call.id, call, revision: (before?.revision ?? 0) + 1 };
  const ticket = before?.ticketId === undefined ? undefined : await tickets.find(before.ticketId);
  if (ticket === undefined) return (await tickets.keepCall(before, after)) === "written" ? "kept" : "raced";
  const { from: _, to: __, ...linked } = call;
  const act = {
    ticketId: ticket.id,
    events: [{ type: "ticket.call-linked" as const, call: linked }],
    actor: { kind: "system" as const },
    now: clock(),
  };
  const moved = transition(ticket, act, follow);
  return (await tickets.write({ before: ticket, ...moved, call: { before, after } })) === "written"
    ? "linked"
    : "raced";
}

const sorted = (value: object): unknown =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
