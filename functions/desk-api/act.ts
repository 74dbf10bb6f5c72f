import type { Context } from "hono";
import { actingRole } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { Role } from "#contracts/words";
import { ProblemError } from "#platform/problem";
import { type ActRequest, actOnTicket } from "#tickets/act-on-ticket";
import type { DeskAction, DeskActionName } from "#tickets/action";
import { statusTable } from "#tickets/status-table";
import { RoleNotAllowedError } from "#tickets/ticket-errors";
import type { DeskEnvironment } from "./authenticated.ts";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { keepCorrection } from "./keep-correction.ts";
import { withOtherTicket } from "./other-ticket.ts";
import { actionRoutes, classifyTicket } from "./routes.ts";
import { settleEmergency } from "./settle-emergency.ts";
import { ticketOfCode } from "./ticket-of-code.ts";
import { etagOf, viewOf } from "./views.ts";

const DAY_MS = 86_400_000;

/** POST /desk/v1/tickets/{code}/actions/{name} and PATCH: one act on one ticket, once. */
export function serveActions(app: DeskApp, dependencies: DeskApiDependencies): void {
  for (const route of actionRoutes) {
    const name = route.path.split("/").at(-1) as DeskActionName;
    app.openapi(route, async (c) => {
      const action = { name, input: c.req.valid("json") } as DeskAction;
      const after = await act(c, c.req.valid("param").code, action, dependencies);
      return c.json(await viewOf(after, c.get("user"), dependencies), 200, etagOf(after));
    });
  }
  app.openapi(classifyTicket, async (c) => {
    const after = await act(
      c,
      c.req.valid("param").code,
      { name: "classify", input: c.req.valid("json") },
      dependencies,
    );
    return c.json(await viewOf(after, c.get("user"), dependencies), 200, etagOf(after));
  });
}

async function act(
  c: Context<DeskEnvironment>,
  code: string,
  action: DeskAction,
  dependencies: DeskApiDependencies,
): Promise<Ticket> {
  const user = c.get("user");
  const wrong = unknownNames(action, dependencies);
  if (wrong.length > 0) throw new ProblemError("invalid-input", "Some names are not known here", wrong);
  const ticket = await ticketOfCode(code, user, dependencies.acting.tickets);
  const request: ActRequest = {
    ticketId: ticket.id,
    actor: { kind: "staff", id: user.id, role: roleFor(user, ticket, action.name) },
    action: await withOtherTicket(action, user, dependencies.acting.tickets),
    ...conditionsOf(c, `${user.id}#${ticket.id}#${action.name}`, dependencies.now()),
    // between reading and writing the ticket may have gone to another agency
    authorise: (current) => void roleFor(user, current, action.name),
  };
  const after = await actOnTicket(request, dependencies.acting);
  if (after === undefined) throw new ProblemError("not-found", "There is no ticket with this code");
  await keepCorrection(after, action.name, dependencies);
  if (action.name === "hand-over") await settleEmergency(after, user.id, dependencies);
  return after;
}

function roleFor(user: DeskUser, ticket: Ticket, action: DeskActionName): Role {
  const { by } = statusTable[action];
  const role = actingRole(user, ticket, by);
  if (role === undefined) throw new RoleNotAllowedError(action, by);
  return role;
}

/** `act` names who does what to which ticket: the same client key on another act is another key. */
function conditionsOf(c: Context, act: string, now: Date): Pick<ActRequest, "expectedVersion" | "idempotency"> {
  const ifMatch = c.req.header("if-match");
  const key = c.req.header("idempotency-key");
  return {
    ...(ifMatch === undefined ? {} : { expectedVersion: Number(ifMatch.replaceAll('"', "")) }),
    ...(key === undefined
      ? {}
      : { idempotency: { key: `desk#${act}#${key}`, expiresAt: new Date(now.getTime() + DAY_MS) } }),
  };
}

function unknownNames(action: DeskAction, { agencyName, isCategory, areaName }: DeskApiDependencies) {
  if (action.name === "assign") {
    const agencies = [action.input.agency, ...(action.input.supporting ?? [])];
    return agencies
      .filter((id) => agencyName(id) === undefined)
      .map(() => ({ path: "agency", message: "expected the id of an agency that exists today" }));
  }
  if (action.name !== "classify") return [];
  const { category, place } = action.input;
  return [
    ...(category === undefined || isCategory(category)
      ? []
      : [{ path: "category", message: "expected a code of GET /api/v1/categories" }]),
    ...(place?.areaCode === undefined || areaName(place.areaCode) !== undefined
      ? []
      : [{ path: "place.areaCode", message: "expected a code of GET /api/v1/areas" }]),
  ];
}
