import type { Clock } from "#contracts/clock";
import type { Ticket } from "#contracts/ticket";
import type { ListQuery } from "./list-tickets.ts";

/** Is this ticket one of those asked for? Every filter that is given must hold. */
export function fitsQuery(
  ticket: Ticket,
  query: ListQuery,
  { now, callCentre }: { now: Date; callCentre: string },
): boolean {
  const { status, agency, category, urgency, area, assignee, channel, redirect, due, q, from, to } = query;
  const same = [
    [agency, ticket.agency ?? callCentre],
    [category, ticket.category],
    [urgency, ticket.urgency],
    [area, ticket.place.areaCode],
    [assignee, ticket.assignee],
    [channel, ticket.channel],
    [redirect, ticket.triage.redirect],
  ];
  return (
    same.every(([wanted, found]) => wanted === undefined || wanted === found) &&
    (status === undefined || status.includes(ticket.status)) &&
    (from === undefined || Date.parse(ticket.openedAt) >= Date.parse(from)) &&
    (to === undefined || Date.parse(ticket.openedAt) <= Date.parse(to)) &&
    (q === undefined || folded(ticket.title).includes(folded(q))) &&
    (due === undefined || isDue(ticket, due, now))
  );
}

/** Agents type without diacritics too. */
const folded = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();

/** Overdue: a promise is broken and still open. At risk: a warning has been given, or a tenth of the time is left. */
function isDue({ clocks }: Ticket, due: "overdue" | "at-risk", now: Date): boolean {
  if (due === "overdue")
    return clocks.some(
      (clock) => clock.state === "breached" || (clock.state === "running" && new Date(clock.dueAt) <= now),
    );
  return clocks.some((clock) => clock.state === "running" && (clock.warned > 0 || isNearlyOver(clock, now)));
}

function isNearlyOver({ startedAt, dueAt }: Extract<Clock, { state: "running" }>, now: Date): boolean {
  const [start, end] = [Date.parse(startedAt), Date.parse(dueAt)];
  return now.getTime() < end && end - now.getTime() <= (end - start) / 10;
}
