import { confidencesOf } from "#triage/learned/confidences";
import type { Example } from "./example.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";
import { type HeadSettings, headVector, scoresOf, type TrainedHead, trainHead } from "./train-head.ts";
import { vocabularyOf } from "./vocabulary.ts";

const SEED = 5;

/** The scores that a head gave to a text it had not learned from. */
export interface UnseenScores {
  readonly scores: readonly number[];
  readonly label: string;
}

/** Learns from all but one part, judges that part, for each part in turn; examples by request, in their order. */
export function crossValidate(
  requests: readonly (readonly Example[])[],
  settings: HeadSettings,
  folds: number,
): readonly UnseenScores[] {
  const order = shuffled(
    requests.map((_, at) => at),
    seededRandom(SEED),
  );
  const unseen: UnseenScores[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const lessons = order.filter((_, at) => at % folds !== fold).flatMap((at) => requests[at] ?? []);
    const vocabulary = vocabularyOf(lessons);
    const trained: TrainedHead = trainHead(lessons, vocabulary, settings, seededRandom(SEED));
    for (const at of order.filter((_, position) => position % folds === fold)) {
      const [example] = requests[at] ?? [];
      if (example === undefined) continue;
      const words = example.words[settings.head] ?? [];
      const scores = scoresOf(trained, headVector(example, vocabulary, settings), words);
      unseen[at] = { scores, label: example.labels[settings.head] ?? "" };
    }
  }
  return unseen;
}

const LOWEST = 0.05;
const HIGHEST = 3;
const STEP = 0.01;

/** The temperature at which confidences on unseen texts mean what they say (least surprise). */
export function calibratedTemperature(unseen: readonly UnseenScores[], labels: readonly string[]): number {
  const surprise = (temperature: number) =>
    unseen.reduce((sum, { scores, label }) => {
      const confidence = confidencesOf(scores, temperature)[labels.indexOf(label)] ?? 0;
      return sum - Math.log(Math.max(confidence, 1e-9));
    }, 0);
  let best = LOWEST;
  for (let temperature = LOWEST; temperature <= HIGHEST; temperature += STEP) {
    if (surprise(temperature) < surprise(best)) best = temperature;
  }
  return best;
}
