import { seesCitizen } from "#access/mask";
import { maySee } from "#access/may-see";
import { type DeskUser, hasRole } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { TicketReads } from "#tickets/ticket-reads";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { messageViews } from "./message-view.ts";
import { getTicket } from "./routes.ts";
import { sightOf } from "./sight.ts";
import { ticketOfCode } from "./ticket-of-code.ts";
import type { WholeTicket } from "./ticket-view.ts";
import { timelineView } from "./timeline-view.ts";
import { etagOf, viewOf } from "./views.ts";

/** GET /desk/v1/tickets/{code}: the ticket, what was said, what happened, and on request how its due times came about. */
export function serveReadTicket(app: DeskApp, dependencies: DeskApiDependencies): void {
  const { acting, reads, explainClocks, toPhoneNumber } = dependencies;
  app.openapi(getTicket, async (c) => {
    const user = c.get("user");
    const ticket = await ticketOfCode(c.req.valid("param").code, user, acting.tickets);
    const sight = sightOf(user, ticket);
    const ledger = await reads.ledger(ticket.id);
    const [view, messages, candidates] = await Promise.all([
      viewOf(ticket, user, dependencies),
      reads.messages(ticket, ledger),
      sight.citizen ? candidatesFor(ticket, user, reads) : undefined,
    ]);
    const whole: WholeTicket = {
      ...view,
      messages: messageViews(ticket, messages, ledger, sight, { ...view.citizen, toPhoneNumber }),
      timeline: timelineView(ledger, sight),
      ...(candidates === undefined ? {} : { candidates }),
      ...(c.req.valid("query").explain === undefined ? {} : { explanation: explainClocks(ticket) }),
    };
    return c.json(whole, 200, etagOf(ticket));
  });
}

const MOST_CANDIDATES = 20;

/**
 * The citizen's other tickets that this user may see, newest first, where one of them is asked about. That two tickets
 * are one citizen's is told only to who may know the citizen of both.
 */
async function candidatesFor(
  { id, citizen, triage }: Ticket,
  user: DeskUser,
  reads: Pick<TicketReads, "ofCitizen">,
): Promise<WholeTicket["candidates"]> {
  if (triage.redirect !== "follow-up" || !hasRole(user, "agent", "supervisor")) return undefined;
  const others = await reads.ofCitizen(citizen, MOST_CANDIDATES);
  const known = others.filter((other) => maySee(user, other) && seesCitizen(user, other));
  const asked = known.filter((other) => other.id !== id && other.status !== "merged");
  return asked.map(({ code, status, category, title, openedAt }) => ({ code, status, category, title, openedAt }));
}
