import { citizenTicket, promisedTicket } from "./citizen-ticket.ts";
import type { CitizenApiDependencies, CitizenApp } from "./dependencies.ts";
import { type OwnTicket, ownTicket } from "./own-ticket.ts";
import { type CitizenTicket, trackTicket } from "./routes.ts";

/** GET /api/v1/tickets/{code}: what became of it, for whoever holds the token or knows the phone's last digits. */
export function serveTracking(app: CitizenApp, dependencies: CitizenApiDependencies): void {
  app.openapi(trackTicket, async (c) => {
    const own = await ownTicket(c, c.req.valid("param").code, c.req.valid("query"), dependencies);
    return c.json(await citizenView(own, dependencies), 200);
  });
}

export async function citizenView(
  own: OwnTicket,
  { reads, agencyName }: Pick<CitizenApiDependencies, "reads" | "agencyName">,
): Promise<CitizenTicket> {
  if ("promised" in own) return promisedTicket(own.code, own.promised.at);
  return citizenTicket(own.ticket, await reads.ledger(own.ticket.id), agencyName);
}
