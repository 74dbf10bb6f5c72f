import { actingRole, maySee } from "#access/may-see";
import { type DeskUser, hasRole } from "#access/staff";
import type { Alert } from "#contracts/outbound-message";
import { ProblemError } from "#platform/problem";
import { type ActRequest, actOnTicket } from "#tickets/act-on-ticket";
import { MoveNotAllowedError } from "#tickets/ticket-errors";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { acknowledgeAlert, listAlerts } from "./routes.ts";

const seen = ({ staff: _, ticketId: __, ...alert }: Alert) => alert;

/** Whose lists a user reads: the province's, their agencies', or only their own. */
function listsOf(user: DeskUser): string[] {
  if (user.agencies.length > 0) return user.agencies.map((agency) => `~${agency}`);
  return hasRole(user, "agent", "supervisor", "admin", "auditor") ? ["~province"] : [user.id];
}

/** GET /desk/v1/alerts and their acknowledgement, which holds the ladder of the clock that rang. */
export function serveAlerts(app: DeskApp, dependencies: DeskApiDependencies): void {
  const { alerts, cursors, acting, now } = dependencies;
  app.openapi(listAlerts, async (c) => {
    const user = c.get("user");
    const { limit, cursor } = c.req.valid("query");
    const owners = listsOf(user);
    const list = `alerts ${owners.join()}`;
    const after = cursor === undefined ? undefined : cursors.read(list, cursor);
    if (cursor !== undefined && after === undefined)
      throw new ProblemError("invalid-cursor", "Take nextCursor of the same list, unchanged");
    const page = await alerts.page(owners, limit, after);
    return c.json(
      {
        items: page.alerts.map(seen),
        ...(page.after === undefined ? {} : { nextCursor: cursors.write(list, page.after) }),
      },
      200,
    );
  });

  app.openapi(acknowledgeAlert, async (c) => {
    const user = c.get("user");
    const alert = await alerts.find(listsOf(user), c.req.valid("param").id);
    if (alert === undefined) throw new ProblemError("not-found", "There is no such alert on your lists");
    const ticket = await acting.tickets.find(alert.ticketId);
    const role =
      ticket === undefined || !maySee(user, ticket)
        ? undefined
        : actingRole(user, ticket, ["officer", "supervisor", "agent"]);
    if (role === undefined)
      throw new ProblemError("forbidden", "Alerts are acknowledged by those who answer for the ticket");
    const input = alert.clock === undefined ? {} : { clock: alert.clock };
    await holdLadder(alert, {
      ticketId: alert.ticketId,
      action: { name: "acknowledge", input },
      actor: { kind: "staff", id: user.id, role },
      authorise: () => {},
    });
    return c.json(seen(await alerts.acknowledge(alert, user.id, now())), 200);
  });

  async function holdLadder({ kind }: Alert, request: ActRequest): Promise<void> {
    // a proposed incident rang no clock: its ticket's go on
    if (kind !== "incident-proposed") await actOnTicket(request, acting).catch(unlessOver);
  }
}

/** The ticket is done already: there is no ladder left to hold, and the alert can still be ticked off. */
function unlessOver(error: unknown): void {
  if (!(error instanceof MoveNotAllowedError)) throw error;
}
