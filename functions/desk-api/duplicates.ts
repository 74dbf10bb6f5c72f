import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { listDuplicates } from "./duplicate-routes.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { ticketOfCode } from "./ticket-of-code.ts";

/** GET /desk/v1/tickets/{code}/duplicates: proposals only; an agent confirms one with an action. */
export function serveDuplicates(app: DeskApp, dependencies: DeskApiDependencies): void {
  app.openapi(listDuplicates, async (c) => {
    const user = c.get("user");
    const ticket = await ticketOfCode(c.req.valid("param").code, user, dependencies.acting.tickets);
    return c.json({ items: await findDuplicates(ticket, user, dependencies) }, 200);
  });
}
