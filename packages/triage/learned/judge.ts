import type { Choice } from "#triage/reading";
import { confidencesOf } from "./confidences.ts";
import type { Evidence } from "./evidence.ts";
import type { LinearModel } from "./linear-model.ts";

/** A head's answer: its labels, surest first. */
export type Judgement = readonly Choice<string>[];

/** How much a word list counts where no model was trained. */
const WORDS_ALONE = 0.5;

/** What model and word list together say; without a model the word list speaks alone. */
export function judge(
  head: string,
  labels: readonly string[],
  evidence: Evidence,
  model: LinearModel | undefined,
): Judgement {
  const words = evidence.heard[head]?.scores ?? [];
  const trained = model?.heads[head];
  const learned = trained === undefined ? undefined : model?.scores(evidence.features)[head];
  const names = trained?.labels ?? labels;
  const weight = trained?.wordWeight ?? WORDS_ALONE;
  const scores = names.map((name, at) => (learned?.[at] ?? 0) + weight * (words[labels.indexOf(name)] ?? 0));
  const confidences = confidencesOf(scores, trained?.temperature ?? 1);
  return names
    .map((value, at) => ({ value, confidence: confidences[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}
