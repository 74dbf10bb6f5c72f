import { seesCitizen } from "#access/mask";
import { actingRole } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { Role } from "#contracts/words";
import { ProblemError } from "#platform/problem";
import { confirmContact } from "#tickets/confirm-contact";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { confirmCitizen } from "./routes.ts";
import { ticketOfCode } from "./ticket-of-code.ts";
import { etagOf, viewOf } from "./views.ts";

/** PUT /desk/v1/tickets/{code}/citizen: what was heard on a call, confirmed by the agent who asked. */
export function serveConfirmCitizen(app: DeskApp, dependencies: DeskApiDependencies): void {
  const { acting, toPhoneNumber } = dependencies;
  app.openapi(confirmCitizen, async (c) => {
    const user = c.get("user");
    const known = written(c.req.valid("json"), toPhoneNumber);
    const ticket = await ticketOfCode(c.req.valid("param").code, user, acting.tickets);
    const ifMatch = c.req.header("if-match");
    const after = await confirmContact(
      {
        ticketId: ticket.id,
        known,
        actor: { kind: "staff", id: user.id, role: roleFor(user, ticket) },
        ...(ifMatch === undefined ? {} : { expectedVersion: Number(ifMatch.replaceAll('"', "")) }),
        authorise: (current) => void roleFor(user, current),
      },
      acting,
    );
    if (after === undefined) throw new ProblemError("not-found", "There is no ticket with this code");
    return c.json(await viewOf(after, user, dependencies), 200, etagOf(after));
  });
}

type Confirmed = { readonly name?: string | undefined; readonly phone?: string | undefined };

function written({ name, phone }: Confirmed, toPhoneNumber: DeskApiDependencies["toPhoneNumber"]) {
  const number = phone === undefined ? undefined : toPhoneNumber(phone);
  if (phone !== undefined && number === undefined) {
    const wrong = [{ path: "phone", message: "expected a phone number such as 0900000022" }];
    throw new ProblemError("invalid-input", "This is no phone number", wrong);
  }
  return { ...(name === undefined ? {} : { name }), ...(number === undefined ? {} : { phone: number }) };
}

function roleFor(user: DeskUser, ticket: Ticket): Role {
  const role = actingRole(user, ticket, ["agent", "supervisor"]);
  if (role === undefined || !seesCitizen(user, ticket))
    throw new ProblemError("forbidden", "Who the citizen is, agents and supervisors confirm");
  return role;
}
