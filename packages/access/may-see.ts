import { type DeskUser, hasRole } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { Role } from "#contracts/words";

/** Roles that work for the whole province unless their token names agencies. */
const provincial: readonly Role[] = ["agent", "supervisor", "admin", "auditor"];

/** May this user read this ticket at all? Officers only see what their agencies own or support. */
export function maySee(user: DeskUser, ticket: Pick<Ticket, "agency" | "supporting" | "place">): boolean {
  if (hasRole(user, "agent", "admin", "auditor")) return true;
  if (user.agencies.length === 0 && user.areas.length === 0) return hasRole(user, ...provincial);
  const involved = ticket.agency === undefined ? ticket.supporting : [ticket.agency, ...ticket.supporting];
  const ofTheirArea = ticket.place.areaCode !== undefined && user.areas.includes(ticket.place.areaCode);
  return ofTheirArea || involved.some((agency) => user.agencies.includes(agency));
}

/**
 * May this user act on it? Who owns the ticket acts; who only supports reads along. The strongest of the user's roles
 * that the action allows is used, so that a supervisor who is also an officer is not held to the officer's limits.
 */
export function actingRole(
  user: DeskUser,
  ticket: Pick<Ticket, "agency" | "place" | "supporting">,
  allowed: readonly string[],
): Role | undefined {
  const candidates = (["supervisor", "agent", "officer"] as const).filter(
    (role) => hasRole(user, role) && allowed.includes(role),
  );
  return candidates.find((role) =>
    role === "officer" ? ticket.agency !== undefined && user.agencies.includes(ticket.agency) : maySee(user, ticket),
  );
}
