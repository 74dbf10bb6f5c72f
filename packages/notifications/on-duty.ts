import type { Ticket } from "#contracts/ticket";
import type { TellingContext } from "#notifications/telling-context";

const ROLES = ["duty-supervisor", "supervisor"] as const;

/**
 * Who is woken about a ticket: the duty supervisors; where none is named, all supervisors of the province; where all
 * are away and nobody stands in, each of them on leave: better disturbed than not told.
 */
export function onDuty(
  { agency }: Pick<Ticket, "agency">,
  at: Date,
  { organisation, staff }: Pick<TellingContext, "organisation" | "staff">,
): readonly string[] {
  const present = ROLES.map((role) => organisation.staffFor(role, "province", agency, at));
  const everybody = [...staff.values()].filter(({ roles }) => ROLES.some((role) => roles.includes(role)));
  return present.find((holders) => holders.length > 0) ?? everybody.map(({ id }) => id);
}
