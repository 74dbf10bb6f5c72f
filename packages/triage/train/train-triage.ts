import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { provinceFiles } from "#triage/files/province-files";
import { trainingRows } from "#triage/files/training-files";
import { modelBytes } from "#triage/learned/model-file";
import { lexiconsOf } from "#triage/words/lexicons";
import { wordsBytes } from "#triage/words/words-bytes";
import { calibratedTemperature, crossValidate } from "./cross-validate.ts";
import { examplesOf } from "./example.ts";
import { fitModel, settingsOf } from "./fit-model.ts";

/**
 * `npm run train-triage -- [--also corrections.json]`: learns from packages/triage/training, never from its files
 * held back, and writes packages/triage/model/triage-model.bin. The same files give the same model, byte for byte.
 */
const FOLDS = 3;
const VERSION_DIGITS = 12;
const { values } = parseArgs({ options: { also: { type: "string", multiple: true, default: [] } } });
const rows = trainingRows(values.also.map((file) => pathToFileURL(file)));
const { words } = provinceFiles();
const lexicons = lexiconsOf(words);
const unknown = rows.find(({ request }) => !lexicons.category.labels.includes(request.category));
if (unknown !== undefined)
  throw new Error(
    `${unknown.file} [${unknown.row}].category: "${unknown.request.category}" has no words, so none to learn`,
  );
const requests = rows.map(({ request }) => examplesOf(request, lexicons));
const settings = settingsOf(lexicons);
const temperatures = Object.fromEntries(
  settings.map((head) => [head.head, calibratedTemperature(crossValidate(requests, head, FOLDS), head.labels)]),
);
const version = createHash("sha256")
  .update(JSON.stringify(rows))
  .update(wordsBytes(words))
  .update(JSON.stringify(settings))
  .digest("hex")
  .slice(0, VERSION_DIGITS);
const model = fitModel(requests.flat(), settings, temperatures, version);
const file = modelBytes(model);
writeFileSync(new URL("../model/triage-model.bin", import.meta.url), file);
process.stdout.write(
  `Learned from ${rows.length} requests; model ${version}, ${model.size} features, ${(file.length / 1024).toFixed(1)} KB; ` +
    `temperatures ${JSON.stringify(temperatures)}\n`,
);
