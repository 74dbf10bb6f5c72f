import { api } from "#platform/api";
import { ticketProblem } from "../ticket-problem.ts";
import { serveActions } from "./act.ts";
import { serveAlerts } from "./alerts.ts";
import { authenticated, type DeskEnvironment } from "./authenticated.ts";
import { serveConfirmCitizen } from "./confirm-citizen.ts";
import { serveCreateTicket } from "./create-ticket.ts";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { serveDuplicates } from "./duplicates.ts";
import { serveIncidentProposals } from "./incident-proposals.ts";
import { serveListTickets } from "./list-tickets.ts";
import { serveQuarantine } from "./quarantine.ts";
import { serveReadTicket } from "./read-ticket.ts";

/** The desk: agents open and route, officers act, supervisors answer for the clocks. No AWS in here. */
export function deskApiApp(dependencies: DeskApiDependencies): DeskApp {
  const app = api<DeskEnvironment>(dependencies.logger, ticketProblem);
  app.use("/desk/*", authenticated);
  serveListTickets(app, dependencies);
  serveCreateTicket(app, dependencies);
  serveReadTicket(app, dependencies);
  serveActions(app, dependencies);
  serveConfirmCitizen(app, dependencies);
  serveAlerts(app, dependencies);
  serveQuarantine(app, dependencies);
  serveDuplicates(app, dependencies);
  serveIncidentProposals(app, dependencies);
  return app;
}
