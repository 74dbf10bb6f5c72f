import type { ModelFile } from "#triage/learned/linear-model";
import type { Lexicons } from "#triage/words/lexicons";
import type { Example } from "./example.ts";
import { packModel } from "./pack-model.ts";
import { seededRandom } from "./seeded-random.ts";
import { strongestFeatures } from "./select-features.ts";
import { type HeadSettings, trainHead } from "./train-head.ts";
import { vocabularyOf } from "./vocabulary.ts";

const SEED = 1022;
/** Holds the packed file under 200 KB. */
const FEATURES = 29000;

/** What each head learns with, found by cross-validation. */
export function settingsOf(lexicons: Lexicons): readonly HeadSettings[] {
  const learning = { epochs: 10, rate: 4, decay: 1e-5 };
  return [
    {
      head: "category",
      labels: lexicons.category.labels,
      wordWeight: 0.8,
      evenOut: true,
      withoutTopic: true,
      ...learning,
    },
    { head: "urgency", labels: lexicons.urgency.labels, wordWeight: 0.15, ...learning, rate: 3 },
    {
      head: "emergency",
      labels: lexicons.emergency.labels,
      wordWeight: 0.7,
      ...learning,
      rate: 2,
      emphasis: { emergency: 3 },
    },
  ];
}

/**
 * Trains twice: once on all features to find the strongest, once on those alone, so that they take over what the
 * others knew.
 */
export function fitModel(
  examples: readonly Example[],
  settings: readonly HeadSettings[],
  temperatures: Readonly<Record<string, number>>,
  version: string,
): ModelFile {
  const everything = vocabularyOf(examples);
  const first = settings.map((head) =>
    trainHead(examples, everything, { ...head, epochs: Math.ceil(head.epochs / 2) }, seededRandom(SEED)),
  );
  const vocabulary = vocabularyOf(examples, strongestFeatures(everything, first, FEATURES));
  const heads = settings.map((head) => ({
    settings: head,
    trained: trainHead(examples, vocabulary, head, seededRandom(SEED)),
    temperature: temperatures[head.head] ?? 1,
  }));
  return packModel(vocabulary, heads, version);
}
