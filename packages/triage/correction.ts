import type { Channel, Urgency } from "#contracts/words";
import { LABEL_OF_URGENCY, type LabelledRequest } from "./labelled-request.ts";
import { findPersonalData } from "./personal-data/find-personal-data.ts";
import { maskPersonalData } from "./personal-data/mask.ts";

/** What an agent put right on a ticket that triage had read. */
export interface Correction {
  readonly text: string;
  readonly channel: Channel;
  readonly category: string;
  readonly urgency: Urgency;
  readonly area: string | null;
}

/** A correction as a row to learn from, its personal data masked; the next training reads it with the others. */
export function trainingRowOf({ text, channel, category, urgency, area }: Correction): LabelledRequest {
  const masked = maskPersonalData(text, findPersonalData(text));
  return { text: masked, channel, category, urgency: LABEL_OF_URGENCY[urgency], place: area };
}
