import type { ModelFile } from "#triage/learned/model-file";
import type { Lexicons } from "#triage/words/lexicons";
import type { Example } from "./example.ts";
import { heaviestWeights } from "./heaviest-weights.ts";
import { packModel } from "./pack-model.ts";
import { seededRandom } from "./seeded-random.ts";
import { strongestFeatures } from "./select-features.ts";
import { type HeadSettings, trainHead } from "./train-head.ts";
import { vocabularyOf } from "./vocabulary.ts";

const SEED = 1022;
/** Together with the part of their weights that each head keeps this holds the packed file under 200 KB. */
const FEATURES = 28000;

/** What each head learns with, found by cross-validation. */
export function settingsOf(lexicons: Lexicons): readonly HeadSettings[] {
  const learning = { epochs: 30, cost: 0.5, wordScale: 0.05 };
  return [
    {
      head: "category",
      labels: lexicons.category.labels,
      withoutSigns: true,
      kept: 0.25,
      ...learning,
    },
    { head: "urgency", labels: lexicons.urgency.labels, kept: 0.4, ...learning },
    {
      head: "emergency",
      labels: lexicons.emergency.labels,
      kept: 0.4,
      ...learning,
      emphasis: { emergency: 3 },
    },
  ];
}

/**
 * Trains three times: on all features to find the strongest, on those to find the heaviest weights, and those weights
 * alone, so that what is kept takes over what the rest knew.
 */
export function fitModel(
  examples: readonly Example[],
  settings: readonly HeadSettings[],
  temperatures: Readonly<Record<string, number>>,
  version: string,
): ModelFile {
  const everything = vocabularyOf(examples);
  const first = settings.map((head) =>
    trainHead(examples, everything, { ...head, epochs: Math.ceil(head.epochs / 3) }, seededRandom(SEED)),
  );
  const vocabulary = vocabularyOf(examples, strongestFeatures(everything, first, FEATURES));
  const heads = settings.map((head) => {
    const all = trainHead(examples, vocabulary, head, seededRandom(SEED));
    const trained = trainHead(examples, vocabulary, head, seededRandom(SEED), heaviestWeights(all, head.kept));
    return { settings: head, trained, temperature: temperatures[head.head] ?? 1 };
  });
  return packModel(vocabulary, heads, version);
}
