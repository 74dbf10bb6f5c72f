import type { Actor, TicketEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { DeskAction, DeskActionName } from "#tickets/action";
import { type ActionName, type Move, type Mover, statusTable } from "#tickets/status-table";
import { ActionMakesNoSenseError, MoveNotAllowedError, RoleNotAllowedError } from "#tickets/ticket-errors";

type Input<N extends DeskActionName> = Extract<DeskAction, { name: N }>["input"];
type Decide = {
  readonly [N in Exclude<DeskActionName, "acknowledge">]: (
    ticket: Ticket,
    input: Input<N>,
    by: string,
    now: Date,
  ) => TicketEvent[];
};

/** Refuses a move that the status table does not have, or that this mover may not make. */
export function mayMove(ticket: Pick<Ticket, "code" | "status">, action: ActionName, mover: Mover): void {
  const move: Move = statusTable[action];
  if (!move.by.includes(mover)) throw new RoleNotAllowedError(action, move.by);
  if (!move.from.includes(ticket.status)) throw new MoveNotAllowedError(ticket.code, action, ticket.status, move.from);
}

function laterThan(now: Date, newDueAt: string): void {
  if (new Date(newDueAt) <= now) throw new ActionMakesNoSenseError("newDueAt must lie in the future");
}

function askedExtension({ code, extension }: Ticket): NonNullable<Ticket["extension"]> {
  if (extension === undefined) throw new ActionMakesNoSenseError(`Nobody has asked for an extension of ${code}`);
  return extension;
}

const decisions: Decide = {
  assign: (ticket, { agency, supporting, reason }) => [
    {
      type: "ticket.assigned",
      agency,
      supporting: supporting ?? ticket.supporting,
      ...(reason === undefined ? {} : { reason }),
    },
  ],
  accept: (_, { assignee }, by) => [{ type: "ticket.accepted", assignee: assignee ?? by }],
  return: ({ agency }, { reason }) => [{ type: "ticket.returned", reason, from: agency ?? "" }],
  "ask-citizen": (_, { text }) => [{ type: "ticket.information-asked", text }],
  reply: (_, { text }, by) => [{ type: "ticket.replied", text, by }],
  note: (_, { text }, by) => [{ type: "ticket.noted", text, by }],
  progress: (_, { text, newDueAt }, __, now) => {
    laterThan(now, newDueAt);
    return [{ type: "ticket.progress-reported", text, newDueAt: new Date(newDueAt).toISOString() }];
  },
  extend: (_, { reason, newDueAt }, by, now) => {
    laterThan(now, newDueAt);
    return [{ type: "ticket.extension-requested", reason, newDueAt: new Date(newDueAt).toISOString(), by }];
  },
  "approve-extension": (ticket, _, by, now) => {
    const { reason, newDueAt } = askedExtension(ticket);
    laterThan(now, newDueAt);
    return [{ type: "ticket.extension-approved", reason, newDueAt, by }];
  },
  "refuse-extension": (ticket, { reason }, by) => {
    askedExtension(ticket);
    return [{ type: "ticket.extension-refused", reason, by }];
  },
  resolve: (_, { text }) => [{ type: "ticket.resolved", text }],
  answer: (_, { text }) => [{ type: "ticket.answered", text }],
  reject: (_, { reason, nextStep }) => [{ type: "ticket.rejected", reason, nextStep }],
  redirect: (_, { to, reason }) => [{ type: "ticket.redirected", to, reason }],
  "hand-over": (_, { to, text }, by) => [{ type: "ticket.handed-over", to, text, by }],
  merge: ({ code }, { into }) => {
    if (into === code) throw new ActionMakesNoSenseError("A ticket cannot be merged into itself");
    return [{ type: "ticket.merged", into }];
  },
  unmerge: ({ flags }) => [{ type: "ticket.unmerged", from: flags.duplicateOf ?? "" }],
  "mark-duplicate": ({ code, flags }, { of }, by) => {
    if (of === code) throw new ActionMakesNoSenseError("A ticket cannot be a duplicate of itself");
    if (flags.duplicateOf !== undefined)
      throw new ActionMakesNoSenseError(
        `Ticket ${code} is marked as a duplicate of ${flags.duplicateOf}: unmark it first`,
      );
    return [{ type: "ticket.duplicate-marked", of, by }];
  },
  "unmark-duplicate": ({ code, flags: { duplicateOf } }, _, by) => {
    if (duplicateOf === undefined) throw new ActionMakesNoSenseError(`Ticket ${code} is not marked as a duplicate`);
    return [{ type: "ticket.duplicate-unmarked", from: duplicateOf, by }];
  },
  reopen: (_, { reason }) => [{ type: "ticket.reopened", reason }],
  close: (_, { text }) => [{ type: "ticket.closed", reason: "by-staff", ...(text === undefined ? {} : { text }) }],
  escalate: (_, { reason }, by) => [{ type: "ticket.escalated", reason, by }],
  classify: (ticket, input) => [
    {
      type: "ticket.classified",
      category: input.category ?? ticket.category,
      urgency: input.urgency ?? ticket.urgency,
      place: input.place ?? ticket.place,
      needsTriage: false,
      emergency: (input.urgency ?? ticket.urgency) === "emergency",
      ...(input.urgency === "emergency" && !ticket.flags.emergency ? { raised: true } : {}),
      ...(input.title === undefined ? {} : { title: input.title }),
      ...(input.redirect === undefined ? {} : { redirect: input.redirect }),
    },
  ],
};

/**
 * What an action at the desk makes happen, or why it may not. Pure.
 *
 * Acknowledging concerns clocks alone and is decided by them.
 */
export function decide(
  ticket: Ticket,
  action: Exclude<DeskAction, { name: "acknowledge" }>,
  actor: Actor,
  now: Date,
): TicketEvent[] {
  mayMove(ticket, action.name, actor.role ?? "system");
  const decision = decisions[action.name] as (ticket: Ticket, input: unknown, by: string, now: Date) => TicketEvent[];
  return decision(ticket, action.input, actor.id ?? "", now);
}
