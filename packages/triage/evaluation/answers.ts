import { LABEL_OF_URGENCY } from "#triage/labelled-request";
import type { Judged } from "./judged.ts";

/** What was read in each request, in the labelled files' words, for whoever wants to count for themselves. */
export function answersOf(judged: readonly Judged[]): readonly unknown[] {
  return judged.map(({ request, reading }) => ({
    text: request.text,
    category: reading.category,
    needsTriage: reading.needsTriage,
    urgency: LABEL_OF_URGENCY[reading.urgency.value],
    emergency: reading.emergency,
    place: placeOf(reading.place),
    redirect: reading.redirect ?? null,
    matters: reading.matters,
    personalData: reading.personalData,
    why: reading.why,
  }));
}

function placeOf(place: Judged["reading"]["place"]): { value: string | null } | { candidates: readonly string[] } {
  if (place.kind === "asked") return { candidates: place.candidates.map(({ name }) => name) };
  return { value: place.kind === "known" ? place.place.name : null };
}
