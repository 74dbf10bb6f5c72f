import type { TicketEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import { mayMove } from "#tickets/decide";
import type { ActionName } from "#tickets/status-table";
import { transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";
import type { CitizenApiDependencies, CitizenApp } from "./dependencies.ts";
import { type OwnTicket, ownTicket } from "./own-ticket.ts";
import { confirmTicket, rateTicket, reopenTicket } from "./routes.ts";
import { citizenView } from "./track.ts";

/** The citizen's own acts on a ticket that is done: confirm, rate, reopen. */
export function serveCitizenActs(app: CitizenApp, dependencies: CitizenApiDependencies): void {
  app.openapi(confirmTicket, async (c) => {
    const own = await ownTicket(c, c.req.valid("param").code, c.req.valid("query"), dependencies);
    const events: TicketEvent[] = [{ type: "ticket.confirmed" }, { type: "ticket.closed", reason: "confirmed" }];
    return c.json(await citizenView(await act(own, "confirm", events, dependencies), dependencies), 200);
  });
  app.openapi(rateTicket, async (c) => {
    const own = await ownTicket(c, c.req.valid("param").code, c.req.valid("query"), dependencies);
    const { score, reason } = c.req.valid("json");
    const rated: TicketEvent = { type: "ticket.rated", score, ...(reason === undefined ? {} : { reason }) };
    return c.json(await citizenView(await act(own, "rate", [rated], dependencies), dependencies), 200);
  });
  app.openapi(reopenTicket, async (c) => {
    const own = await ownTicket(c, c.req.valid("param").code, c.req.valid("query"), dependencies);
    const events: TicketEvent[] = [{ type: "ticket.reopened", reason: c.req.valid("json").reason }];
    return c.json(await citizenView(await act(own, "reopen", events, dependencies), dependencies), 200);
  });
}

async function act(
  own: OwnTicket,
  action: ActionName,
  events: TicketEvent[],
  dependencies: CitizenApiDependencies,
): Promise<OwnTicket> {
  if ("promised" in own)
    throw new ProblemError("not-allowed-now", "The ticket is still being written: try again in a moment");
  const ticket = await whileRaced(() => tryOnce(own.ticket.id, action, events, dependencies));
  return { code: own.code, ticket };
}

async function tryOnce(
  ticketId: string,
  action: ActionName,
  events: TicketEvent[],
  { tickets, follow, now }: CitizenApiDependencies,
): Promise<Ticket | "raced"> {
  const before = await tickets.find(ticketId);
  if (before === undefined) throw new ProblemError("not-found", "There is no ticket with this code");
  mayMove(before, action, "citizen");
  const moved = transition(before, { ticketId, events, actor: { kind: "citizen" }, now: now() }, follow);
  return (await tickets.write({ before, ...moved })) === "written" ? moved.after : "raced";
}
