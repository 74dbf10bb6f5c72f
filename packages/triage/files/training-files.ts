import { readdirSync } from "node:fs";
import { type LabelledRequest, labelledFileSchema } from "#triage/labelled-request";
import { readJson } from "./read-json.ts";

const FOLDER = new URL("../training/", import.meta.url);
/** Written by the same people and never trained or tuned on: what the figures are measured with. */
export const HELD_BACK = new URL("held-back.json", FOLDER);

/** A request with the file and the row it comes from. */
export interface TrainingRow {
  readonly file: string;
  readonly row: number;
  readonly request: LabelledRequest;
}

/** All labelled requests to learn from: every file of the folder but the one held back, and `also` these. */
export function trainingRows(also: readonly URL[] = []): readonly TrainingRow[] {
  const names = readdirSync(FOLDER).filter(
    (name) => name.endsWith(".json") && !HELD_BACK.pathname.endsWith(`/${name}`),
  );
  const files = [...names.sort().map((name) => new URL(name, FOLDER)), ...also];
  return files.flatMap((url) => {
    const file = url.pathname.split("/").at(-1) ?? "";
    return readJson(url, labelledFileSchema).map((request, row) => ({ file, row, request }));
  });
}
