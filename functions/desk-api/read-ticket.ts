import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { getTicket } from "./routes.ts";
import { ticketOfCode } from "./ticket-of-code.ts";
import { messageViews, timelineView, type WholeTicket } from "./ticket-view.ts";
import { etagOf, viewOf } from "./views.ts";

/** GET /desk/v1/tickets/{code}: the ticket, what was said, what happened, and on request how its due times came about. */
export function serveReadTicket(app: DeskApp, dependencies: DeskApiDependencies): void {
  const { acting, reads, explainClocks } = dependencies;
  app.openapi(getTicket, async (c) => {
    const user = c.get("user");
    const ticket = await ticketOfCode(c.req.valid("param").code, user, acting.tickets);
    const ledger = await reads.ledger(ticket.id);
    const [view, messages] = await Promise.all([viewOf(ticket, user, dependencies), reads.messages(ticket, ledger)]);
    const whole: WholeTicket = {
      ...view,
      messages: messageViews(ticket, messages, ledger, user),
      timeline: timelineView(ledger, view.citizen.masked),
      ...(c.req.valid("query").explain === undefined ? {} : { explanation: explainClocks(ticket) }),
    };
    return c.json(whole, 200, etagOf(ticket));
  });
}
