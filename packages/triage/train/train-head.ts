import { confidencesOf } from "#triage/learned/confidences";
import { TOPIC_BIT } from "#triage/learned/features";
import type { Example } from "./example.ts";
import { shuffled } from "./seeded-random.ts";
import { type Vector, type Vocabulary, vectorOf } from "./vocabulary.ts";

export interface HeadSettings {
  readonly head: string;
  readonly labels: readonly string[];
  /** What the word list's score counts; the learned weights make up what it leaves wrong. */
  readonly wordWeight: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** How much more an example of a label counts. */
  readonly emphasis?: Readonly<Record<string, number>>;
  /** Labels with few examples count more and those with many less, so that the writers' favourites are not everybody's. */
  readonly evenOut?: boolean;
  /** Learn nothing from the topic that the word list named: the head is to find it. */
  readonly withoutTopic?: boolean;
}

export interface TrainedHead {
  readonly bias: Float64Array;
  /** Row by row of the vocabulary, one weight for each label. */
  readonly weights: Float64Array;
}

interface Lesson {
  readonly vector: Vector;
  readonly words: readonly number[];
  readonly label: number;
  readonly weight: number;
}

const RATE_OF_BIAS = 0.02;
const TOO_SMALL = 1e-4;

/**
 * Softmax regression by stochastic gradient descent over the examples, the word list's score given beforehand.
 *
 * Deterministic: the order of the examples comes from the given numbers, and the sums from one thread.
 */
export function trainHead(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  settings: HeadSettings,
  random: () => number,
): TrainedHead {
  const { head, labels, epochs, rate } = settings;
  const emphasis = { ...settings.emphasis, ...(settings.evenOut === true ? evenness(examples, head) : {}) };
  const lessons = examples.map((example) => {
    const name = example.labels[head] ?? "";
    const weight = example.weight * ((emphasis as Record<string, number>)[name] ?? 1);
    return {
      vector:
        settings.withoutTopic === true
          ? withoutTopic(vectorOf(example, vocabulary), vocabulary)
          : vectorOf(example, vocabulary),
      words: example.words[head] ?? [],
      label: labels.indexOf(name),
      weight,
    };
  });
  const trained = {
    bias: new Float64Array(labels.length),
    weights: new Float64Array(vocabulary.hashes.length * labels.length),
  };
  const steps = epochs * lessons.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffled(lessons, random)) learn(trained, lesson, settings, rate * (1 - step++ / steps));
  }
  return trained;
}

/** The topic's features keep their part of the vector's length, as they do when the packed model reads. */
function withoutTopic({ rows, values }: Vector, { hashes }: Vocabulary): Vector {
  const kept = [...rows.keys()].filter((at) => ((hashes[rows[at] ?? 0] ?? 0) & TOPIC_BIT) === 0);
  return {
    rows: Int32Array.from(kept, (at) => rows[at] ?? 0),
    values: Float64Array.from(kept, (at) => values[at] ?? 0),
  };
}

/** The root of how much rarer a label is than the average one. */
function evenness(examples: readonly Example[], head: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of examples) counts.set(labels[head] ?? "", (counts.get(labels[head] ?? "") ?? 0) + 1);
  const average = examples.length / Math.max(1, counts.size);
  return Object.fromEntries([...counts].map(([label, count]) => [label, Math.sqrt(average / count)]));
}

function learn({ bias, weights }: TrainedHead, lesson: Lesson, settings: HeadSettings, rate: number): void {
  const { vector, words, label, weight } = lesson;
  const width = bias.length;
  const scores = scoresOf({ bias, weights }, vector, words, settings.wordWeight);
  confidencesOf(scores, 1).forEach((confidence, at) => {
    const slope = (confidence - (at === label ? 1 : 0)) * weight * rate;
    bias[at] = (bias[at] ?? 0) - RATE_OF_BIAS * slope;
    if (Math.abs(slope) < TOO_SMALL) return;
    vector.rows.forEach((row, position) => {
      const cell = row * width + at;
      const old = weights[cell] ?? 0;
      weights[cell] = old - slope * (vector.values[position] ?? 0) - rate * settings.decay * old;
    });
  });
}

/** The scores of a head for a vector, word list included, before the temperature. */
export function scoresOf(
  { bias, weights }: TrainedHead,
  { rows, values }: Vector,
  words: readonly number[],
  wordWeight: number,
): number[] {
  const width = bias.length;
  const scores = Array.from(bias, (value, at) => value + wordWeight * (words[at] ?? 0));
  rows.forEach((row, position) => {
    const value = values[position] ?? 0;
    for (let at = 0; at < width; at++) scores[at] = (scores[at] ?? 0) + (weights[row * width + at] ?? 0) * value;
  });
  return scores;
}
