import { type LabelledRequest, URGENCY_OF_LABEL } from "#triage/labelled-request";
import { type Evidence, evidenceOf } from "#triage/learned/evidence";
import { HASH_MASK } from "#triage/learned/model-file";
import { foldDiacritics } from "#triage/text/fold-diacritics";
import type { Lexicon } from "#triage/words/lexicon";

/** A text to learn from, with the right label of each head. */
export interface Example {
  readonly features: Int32Array;
  /** What the word lists say, by head, in the order of its labels. */
  readonly words: Readonly<Record<string, readonly number[]>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Categories that are right too: nothing is learned against them. */
  readonly also: readonly string[];
  /** How much it counts; a folded twin counts less than the text as written. */
  readonly weight: number;
}

const WEIGHT_OF_TWIN = 0.5;

/** The example of a request, and its twin typed without diacritics, so that both ways of writing are learned. */
export function examplesOf(request: LabelledRequest, lexicons: Readonly<Record<string, Lexicon>>): readonly Example[] {
  const urgency = URGENCY_OF_LABEL[request.urgency];
  const labels = { category: request.category, urgency, emergency: urgency === "emergency" ? "emergency" : "calm" };
  const folded = foldDiacritics(request.text);
  const also = request.alsoCategory ?? [];
  const written = { ...exampleOf(evidenceOf(request.text, lexicons)), labels, also, weight: 1 };
  if (folded === request.text) return [written];
  return [written, { ...exampleOf(evidenceOf(folded, lexicons)), labels, also, weight: WEIGHT_OF_TWIN }];
}

function exampleOf(evidence: Evidence): Pick<Example, "features" | "words"> {
  const words = Object.fromEntries(Object.entries(evidence.heard).map(([head, { scores }]) => [head, scores]));
  return {
    features: Int32Array.from(new Set([...evidence.features].map((hash) => hash & HASH_MASK))),
    words,
  };
}
