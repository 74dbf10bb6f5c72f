import type { Choice } from "#triage/reading";
import { confidencesOf } from "./confidences.ts";
import type { Evidence } from "./evidence.ts";
import type { LinearModel } from "./linear-model.ts";

/** A head's answer: its labels, surest first. */
export type Judgement = readonly Choice<string>[];

/** How much a word list counts where no model was trained. */
const WORDS_ALONE = 0.5;

/** Judges a text by several heads at once: what model and word lists together say; without a model the lists alone. */
export function judge<H extends string>(
  labelsOf: Readonly<Record<H, { readonly labels: readonly string[] }>>,
  evidence: Evidence,
  model: LinearModel | undefined,
): Readonly<Record<H, Judgement>> {
  const learned = model?.scores(evidence.features) ?? {};
  const heads = Object.entries<{ readonly labels: readonly string[] }>(labelsOf);
  return Object.fromEntries(
    heads.map(([head, { labels }]) => [head, judgeHead(head, labels, evidence, model, learned[head])]),
  ) as Record<H, Judgement>;
}

function alone(word: number, label: number): number {
  return word === label ? WORDS_ALONE : 0;
}

function judgeHead(
  head: string,
  labels: readonly string[],
  evidence: Evidence,
  model: LinearModel | undefined,
  learned: readonly number[] | undefined,
): Judgement {
  const words = evidence.heard[head]?.scores ?? [];
  const trained = model?.heads[head];
  const names = trained?.labels ?? labels;
  const scores = names.map((_, at) => {
    const heard = words.reduce((sum, score, word) => sum + score * (trained?.words[word]?.[at] ?? alone(word, at)), 0);
    return (learned?.[at] ?? 0) + heard;
  });
  const confidences = confidencesOf(scores, trained?.temperature ?? 1);
  return names
    .map((value, at) => ({ value, confidence: confidences[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}
