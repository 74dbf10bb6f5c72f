import type * as z from "zod";
import { seesCitizen } from "#access/mask";
import { maySee } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import { ticketStatusSchema } from "#contracts/words";
import { ProblemError } from "#platform/problem";
import { readTicketCode } from "#tickets/ticket-code";
import type { TicketPage } from "#tickets/ticket-reads";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { fitsQuery } from "./fits-query.ts";
import { listTickets } from "./routes.ts";
import { viewsOf } from "./views.ts";

export type ListQuery = z.output<typeof listTickets.request.query>;

/** How many index pages one request may turn before it answers with what it has and a cursor to go on. */
const MOST_ROUNDS = 8;
const EARLIEST = new Date("2025-07-01T00:00:00+07:00");

/** GET /desk/v1/tickets: by agency in the order of due times, else the whole province, newest first. */
export function serveListTickets(app: DeskApp, dependencies: DeskApiDependencies): void {
  app.openapi(listTickets, async (c) => {
    const user = c.get("user");
    const query = c.req.valid("query");
    const named = await namedTickets(query, dependencies);
    if (named !== undefined) {
      const items = named.filter(
        (ticket) =>
          maySee(user, ticket) &&
          // else whoever tries numbers learns whose a ticket without a name is
          (query.phone === undefined || seesCitizen(user, ticket)) &&
          fitsQuery(ticket, query, { now: dependencies.now(), callCentre: dependencies.callCentre }),
      );
      return c.json({ items: await viewsOf(items.slice(0, query.limit), user, dependencies) }, 200);
    }
    const agencies = agenciesOf(query, user);
    const list = `tickets ${agencies?.join() ?? "all"}`;
    const start = query.cursor === undefined ? undefined : dependencies.cursors.read(list, query.cursor);
    if (query.cursor !== undefined && start === undefined)
      throw new ProblemError("invalid-cursor", "Take nextCursor of the same list, unchanged");
    const page = await fill(query, user, agencies, start, dependencies);
    const items = await viewsOf(page.tickets, user, dependencies);
    return c.json(
      { items, ...(page.after === undefined ? {} : { nextCursor: dependencies.cursors.write(list, page.after) }) },
      200,
    );
  });
}

/** A code or a phone number names its tickets directly. */
async function namedTickets(
  { code, phone }: ListQuery,
  { acting, opening, reads, toPhoneNumber }: DeskApiDependencies,
): Promise<readonly Ticket[] | undefined> {
  if (code !== undefined) {
    const read = readTicketCode(code);
    const id = read === undefined ? undefined : await acting.tickets.idOfCode(read);
    const ticket = id === undefined ? undefined : await acting.tickets.find(id);
    return ticket === undefined ? [] : [ticket];
  }
  if (phone === undefined) return undefined;
  const number = toPhoneNumber(phone);
  return number === undefined ? [] : reads.ofCitizen(opening.pseudonym(number), 100);
}

/** The agencies whose work lists are read; undefined: all of the province. */
function agenciesOf({ agency }: ListQuery, user: DeskUser): string[] | undefined {
  if (agency !== undefined) return [agency];
  return user.agencies.length > 0 ? [...user.agencies] : undefined;
}

/** Turns pages until enough tickets fit. A page is never longer than what is still wanted, so none is read in part. */
async function fill(
  query: ListQuery,
  user: DeskUser,
  agencies: string[] | undefined,
  start: string | undefined,
  dependencies: DeskApiDependencies,
): Promise<TicketPage> {
  const tickets: Ticket[] = [];
  let after = start;
  for (let round = 0; round < MOST_ROUNDS && tickets.length < query.limit; round++) {
    const page = await nextPage({ ...query, limit: query.limit - tickets.length }, agencies, after, dependencies);
    tickets.push(
      ...page.tickets.filter(
        (ticket) =>
          maySee(user, ticket) &&
          fitsQuery(ticket, query, { now: dependencies.now(), callCentre: dependencies.callCentre }),
      ),
    );
    after = page.after;
    if (after === undefined) break;
  }
  return { tickets, ...(after === undefined ? {} : { after }) };
}

function nextPage(
  { status, from, to, limit }: ListQuery,
  agencies: string[] | undefined,
  after: string | undefined,
  { reads, now, callCentre }: DeskApiDependencies,
): Promise<TicketPage> {
  const position = after === undefined ? {} : { after };
  if (agencies !== undefined)
    return reads.workList({
      agencies: agencies.flatMap((id) => (id === callCentre ? [id, undefined] : [id])),
      statuses: status ?? ticketStatusSchema.options,
      limit,
      ...position,
    });
  return reads.opened({
    from: from === undefined ? EARLIEST : new Date(from),
    to: to === undefined ? now() : new Date(to),
    limit,
    ...position,
  });
}
