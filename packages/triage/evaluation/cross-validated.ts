import { createTriage, type TriageConfiguration } from "#triage/create-triage";
import type { TrainingRow } from "#triage/files/training-files";
import { examplesOf } from "#triage/train/example";
import { fitModel, settingsOf } from "#triage/train/fit-model";
import { seededRandom, shuffled } from "#triage/train/seeded-random";
import { triageModel } from "#triage/triage-model";
import { lexiconsOf } from "#triage/words/lexicons";
import { type Judged, judgeAll } from "./judged.ts";

const FOLDS = 5;
const SEED = 11;

/** Every training row read by a model that never saw it: the whole way, packed model included. */
export function crossValidated(
  rows: readonly TrainingRow[],
  province: Omit<TriageConfiguration, "model">,
  clock: () => number,
): readonly Judged[] {
  const lexicons = lexiconsOf(province.words);
  const settings = settingsOf(lexicons);
  const temperatures = Object.fromEntries(
    Object.entries(triageModel.heads).map(([head, { temperature }]) => [head, temperature]),
  );
  const examples = rows.map(({ request }) => examplesOf(request, lexicons));
  const order = shuffled(
    rows.map((_, at) => at),
    seededRandom(SEED),
  );
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = order.filter((_row, at) => at % FOLDS !== fold).flatMap((at) => examples[at] ?? []);
    const unseen = order.filter((_row, at) => at % FOLDS === fold).flatMap((at) => rows[at]?.request ?? []);
    const model = fitModel(seen, settings, temperatures, "cross-validation");
    return judgeAll(unseen, createTriage({ ...province, model }), clock);
  }).flat();
}
