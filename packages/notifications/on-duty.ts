import type { Ticket } from "#contracts/ticket";
import type { TellingContext } from "#notifications/telling-context";

/** Who is woken about a ticket: the duty supervisors; where none is named, all supervisors of the province. */
export function onDuty(
  { agency }: Pick<Ticket, "agency">,
  at: Date,
  { organisation }: Pick<TellingContext, "organisation">,
): readonly string[] {
  const named = organisation.staffFor("duty-supervisor", "province", agency, at);
  return named.length > 0 ? named : organisation.staffFor("supervisor", "province", agency, at);
}
