import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { DeskApiDependencies } from "./dependencies.ts";
import { type TicketView, ticketView } from "./ticket-view.ts";

/** Tickets as this user may see them, in the same order; first messages and contacts are fetched together. */
export async function viewsOf(
  tickets: readonly Ticket[],
  user: DeskUser,
  { reads, agencyName, callCentre }: Pick<DeskApiDependencies, "reads" | "agencyName" | "callCentre">,
): Promise<TicketView[]> {
  const [first, contacts] = await Promise.all([
    reads.firstMessages(tickets),
    reads.contacts(tickets.map(({ citizen }) => citizen)),
  ]);
  return tickets.map((ticket) =>
    ticketView(
      { ticket, first: first.get(ticket.id), contact: contacts.get(ticket.citizen), agencyName, callCentre },
      user,
    ),
  );
}

export async function viewOf(
  ticket: Ticket,
  user: DeskUser,
  dependencies: Pick<DeskApiDependencies, "reads" | "agencyName" | "callCentre">,
): Promise<TicketView> {
  const [view] = await viewsOf([ticket], user, dependencies);
  if (view === undefined) throw new TypeError("A ticket without a view");
  return view;
}

export const etagOf = ({ version }: Pick<Ticket, "version">) => ({ etag: `"${version}"` });
