import type { Place, TicketTriage } from "#contracts/ticket";
import type { PlaceRead, Reading } from "./reading.ts";

const UNREAD = "khac";

/** A reading in the form in which a ticket keeps it. */
export function ticketTriageOf(reading: Reading): TicketTriage {
  const [best, ...others] = reading.category;
  return {
    category: { value: best?.value ?? UNREAD, confidence: best?.confidence ?? 0, why: [...reading.why] },
    alternatives: others.map(({ value, confidence }) => ({ value, confidence })),
    urgency: { ...reading.urgency, why: [...reading.urgency.why] },
    place: placeReadingOf(reading.place, reading.address),
    ...(reading.redirect === undefined ? {} : { redirect: reading.redirect }),
    ...(reading.callFirst === undefined ? {} : { callFirst: [...reading.callFirst] }),
  };
}

function placeReadingOf(place: PlaceRead, address: string | undefined): TicketTriage["place"] {
  const spoken: Place = address === undefined ? {} : { address };
  if (place.kind === "known") {
    const { area, name } = place.place;
    return { value: { ...spoken, areaCode: area, area: name }, confidence: place.confidence, why: [...place.why] };
  }
  if (place.kind === "asked") {
    const candidates = place.candidates.map(({ area, name }) => ({ areaCode: area, area: name }));
    return { value: { ...spoken, candidates }, confidence: 0, why: [...place.why] };
  }
  return { value: spoken, confidence: 0, why: [] };
}
