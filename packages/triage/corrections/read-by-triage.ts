import type * as z from "zod";
import type { TicketTriage } from "#contracts/ticket";
import { LABEL_OF_URGENCY, labelledRequestSchema } from "#triage/labelled-request";

/** What triage had read, in the words of the labelled files; what it was not asked for is not there. */
export const readingSchema = labelledRequestSchema.pick({ category: true, urgency: true, place: true }).partial();
export type ReadByTriage = z.infer<typeof readingSchema>;

/** Said by somebody who knew, in the form or on the phone: nothing that triage could have got right or wrong. */
const SAID = new Set(["form", "agent"]);
const isRead = ({ why }: { readonly why: readonly string[] }): boolean => !(why.length === 1 && SAID.has(why[0] ?? ""));

/** The parts of a ticket's triage that were read in its text. */
export function readByTriage({ category, urgency, place }: TicketTriage): ReadByTriage {
  const { area, candidates = [] } = place.value;
  const named = candidates.length > 0 ? candidates.map((one) => one.area).join(" | ") : (area ?? null);
  return {
    ...(isRead(category) ? { category: category.value } : {}),
    ...(isRead(urgency) ? { urgency: LABEL_OF_URGENCY[urgency.value] } : {}),
    ...(isRead(place) ? { place: named } : {}),
  };
}
