import { LABEL_OF_URGENCY, type LabelledRequest } from "#triage/labelled-request";
import type { PlaceRead, Reading, Triage } from "#triage/reading";

/** A labelled request and what triage read in it. */
export interface Judged {
  readonly request: LabelledRequest;
  readonly reading: Reading;
  readonly ms: number;
}

/** Reads every request and takes the time of each. */
export function judgeAll(requests: readonly LabelledRequest[], triage: Triage, clock: () => number): readonly Judged[] {
  return requests.map((request) => {
    const started = clock();
    const reading = triage(request.text, { channel: request.channel });
    return { request, reading, ms: clock() - started };
  });
}

export const categoryIs = ({ request, reading }: Judged): boolean => reading.category[0]?.value === request.category;

/** Whether the category is the labelled one or another that a second labelling found right. */
export function categoryFits({ request, reading }: Judged, among = 1): boolean {
  const right = [request.category, ...(request.alsoCategory ?? [])];
  return reading.category.slice(0, among).some(({ value }) => right.includes(value));
}

export const urgencyIs = ({ request, reading }: Judged): boolean =>
  LABEL_OF_URGENCY[reading.urgency.value] === request.urgency;

export const isLabelledEmergency = ({ request }: Judged): boolean =>
  request.emergency ?? request.urgency === "khan_cap";

export type PlaceVerdict = "right" | "asked-right" | "wrong-guess" | "asked-wrong" | "not-known" | "needless-question";

/**
 * How well the place was read. Asking back is right when the candidates hold the labelled ones; naming one place where
 * it is another, or none, is a wrong guess and worse than not to know.
 */
export function placeVerdict({ request, reading }: Judged): PlaceVerdict {
  const wanted = request.place?.split(" | ") ?? [];
  const { place } = reading;
  if (place.kind === "unknown") return wanted.length === 0 ? "right" : "not-known";
  if (place.kind === "known") return wanted.length === 1 && wanted[0] === place.place.name ? "right" : "wrong-guess";
  return verdictOnQuestion(wanted, place);
}

function verdictOnQuestion(wanted: readonly string[], place: Extract<PlaceRead, { kind: "asked" }>): PlaceVerdict {
  const asked = place.candidates.map(({ name }) => name);
  if (wanted.length > 1) return wanted.every((name) => asked.includes(name)) ? "asked-right" : "asked-wrong";
  return "needless-question";
}
