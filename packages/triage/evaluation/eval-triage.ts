import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createTriage } from "#triage/create-triage";
import { provinceFiles } from "#triage/files/province-files";
import { readJson } from "#triage/files/read-json";
import { HELD_BACK, trainingRows } from "#triage/files/training-files";
import { labelledFileSchema } from "#triage/labelled-request";
import { triageModel } from "#triage/triage-model";
import { answersOf } from "./answers.ts";
import { crossValidated } from "./cross-validated.ts";
import { judgeAll } from "./judged.ts";
import { measuresOf } from "./measures.ts";
import { nearCopies } from "./near-copies.ts";
import { calibrationTable, confusionTable, measureTable, partsTable } from "./tables.ts";

/**
 * `npm run eval-triage -- [<file.json>] [--answers <out.json>] [--cross-validate]`: how well triage reads labelled
 * requests. Without a file, all of the team's own writing that was held back from training.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { answers: { type: "string" }, "cross-validate": { type: "boolean" } },
});
const [given] = positionals;
const files = given === undefined ? HELD_BACK : [pathToFileURL(given)];
const province = provinceFiles();
const rows = trainingRows();
const clock = () => performance.now();

const judged =
  values["cross-validate"] === true
    ? crossValidated(rows, province, clock)
    : judgeAll(
        files.flatMap((file) => readJson(file, labelledFileSchema)),
        createTriage({ ...province, model: triageModel }),
        clock,
      );
const measures = measuresOf(judged);
const copies = nearCopies(rows);

process.stdout.write(`${judged.length} requests, model ${triageModel.version}\n`);
process.stdout.write(measureTable(measures) + partsTable(judged) + confusionTable(judged) + calibrationTable(judged));
process.stdout.write(`\n${copies.length} of ${rows.length} training rows are near-copies of an earlier one\n`);
for (const { of, copy } of copies) process.stdout.write(`  ${copy.file} row ${copy.row} of ${of.file} row ${of.row}\n`);

mkdirSync(".results", { recursive: true });
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
writeFileSync(".results/eval-triage.json", `${JSON.stringify({ commit, machine, measures }, null, 2)}\n`);
if (values.answers !== undefined) writeFileSync(values.answers, `${JSON.stringify(answersOf(judged), null, 2)}\n`);
