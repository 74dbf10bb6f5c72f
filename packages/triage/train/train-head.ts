import { signOnly } from "#triage/learned/features";
import type { Example } from "./example.ts";
import { leaningOf } from "./leaning.ts";
import { type Sided, separate } from "./support-vectors.ts";
import { type Vector, type Vocabulary, vectorOf } from "./vocabulary.ts";

export interface HeadSettings {
  readonly head: string;
  readonly labels: readonly string[];
  /** What an example on the wrong side costs: the higher, the closer the weights follow the examples. */
  readonly cost: number;
  readonly epochs: number;
  /** What the word list's scores count in a vector of length one. */
  readonly wordScale: number;
  /** Which part of its weights the model file keeps, the heaviest. */
  readonly kept: number;
  /** How much more an example of a label counts. */
  readonly emphasis?: Readonly<Record<string, number>>;
  /** Learn nothing from the signs of urgency and from the topic: the head is to find the topic. */
  readonly withoutSigns?: boolean;
}

export interface TrainedHead {
  readonly bias: Float64Array;
  /** Row by row of the vocabulary, one weight for each label. */
  readonly weights: Float64Array;
  /** Row by row of the word list's labels, one weight for each label: what its scores say of each. */
  readonly words: Float64Array;
}

/** Whether a label may have a weight for a row of the vocabulary. */
export type Keep = (row: number, label: number) => boolean;

/** One machine for each label against all others; of two labels the first alone has one, the other stays at zero. */
export function trainHead(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  settings: HeadSettings,
  random: () => number,
  keep?: Keep,
): TrainedHead {
  const { labels, epochs, wordScale } = settings;
  const [size, width] = [vocabulary.hashes.length, labels.length];
  const lessons = lessonsOf(examples, vocabulary, settings);
  const trained = {
    bias: new Float64Array(width),
    weights: new Float64Array(size * width),
    words: new Float64Array(width * width),
  };
  const judged = labels.length === 2 ? labels.slice(0, 1) : labels;
  judged.forEach((label, at) => {
    const sides = sidesOf(lessons, label);
    const leaning = leaningOf(sides, size, size + width + 1);
    const stretch = leaning.map((length, row) => (row >= size || (keep?.(row, at) ?? true) ? length : 0));
    const found = separate(sides, { epochs, stretch }, random);
    for (let row = 0; row < size; row++) trained.weights[row * width + at] = found[row] ?? 0;
    for (let word = 0; word < width; word++) trained.words[word * width + at] = (found[size + word] ?? 0) * wordScale;
    trained.bias[at] = found[size + width] ?? 0;
  });
  return trained;
}

interface Lesson {
  readonly vector: Vector;
  readonly label: string;
  readonly also: readonly string[];
  readonly cost: number;
}

function lessonsOf(examples: readonly Example[], vocabulary: Vocabulary, settings: HeadSettings): readonly Lesson[] {
  const { head, cost, emphasis = {} } = settings;
  return examples.map((example) => {
    const label = example.labels[head] ?? "";
    return {
      vector: withWords(headVector(example, vocabulary, settings), example, vocabulary.hashes.length, settings),
      label,
      also: example.also,
      cost: cost * example.weight * (emphasis[label] ?? 1),
    };
  });
}

/** An example as this head sees it. */
export function headVector(example: Example, vocabulary: Vocabulary, { withoutSigns }: HeadSettings): Vector {
  return vectorOf(example, vocabulary, withoutSigns === true ? (hash) => !signOnly(hash) : undefined);
}

/** The vector with the word list's scores and the constant behind it. */
function withWords({ rows, values }: Vector, { words }: Example, size: number, settings: HeadSettings): Vector {
  const { head, labels, wordScale } = settings;
  const scores = words[head] ?? [];
  const heard = [...labels.keys()].filter((at) => (scores[at] ?? 0) !== 0);
  return {
    rows: Int32Array.from([...rows, ...heard.map((at) => size + at), size + labels.length]),
    values: Float64Array.from([...values, ...heard.map((at) => (scores[at] ?? 0) * wordScale), 1]),
  };
}

/** The lessons for and against a label; where it is right too, neither. */
function sidesOf(lessons: readonly Lesson[], label: string): readonly Sided[] {
  return lessons
    .filter((lesson) => lesson.label === label || !lesson.also.includes(label))
    .map((lesson) => ({ vector: lesson.vector, side: lesson.label === label ? 1 : -1, cost: lesson.cost }));
}

/** The scores of a head for a vector, word list included, before the temperature. */
export function scoresOf(
  { bias, weights, words }: TrainedHead,
  { rows, values }: Vector,
  heard: readonly number[],
): number[] {
  const width = bias.length;
  const scores = Array.from(bias);
  const add = (list: Float64Array, row: number, value: number) => {
    for (let at = 0; at < width; at++) scores[at] = (scores[at] ?? 0) + (list[row * width + at] ?? 0) * value;
  };
  rows.forEach((row, position) => {
    add(weights, row, values[position] ?? 0);
  });
  for (let word = 0; word < width; word++) add(words, word, heard[word] ?? 0);
  return scores;
}
