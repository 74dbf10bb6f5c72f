import { readdirSync } from "node:fs";
import { type LabelledRequest, labelledFileSchema } from "#triage/labelled-request";
import { readJson } from "./read-json.ts";

const FOLDER = new URL("../training/", import.meta.url);
const isHeldBack = (name: string) => name.startsWith("held-back");
/** Written by the same people and never trained or tuned on: what the figures are measured with, all together. */
export const HELD_BACK: readonly URL[] = jsonFiles(isHeldBack);

/** A request with the file and the row it comes from. */
export interface TrainingRow {
  readonly file: string;
  readonly row: number;
  readonly request: LabelledRequest;
}

/** All labelled requests to learn from: every file of the folder but those held back, and `also` these. */
export function trainingRows(also: readonly URL[] = []): readonly TrainingRow[] {
  const files = [...jsonFiles((name) => !isHeldBack(name)), ...also];
  return files.flatMap((url) => {
    const file = url.pathname.split("/").at(-1) ?? "";
    return readJson(url, labelledFileSchema).map((request, row) => ({ file, row, request }));
  });
}

function jsonFiles(wanted: (name: string) => boolean): readonly URL[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && wanted(name));
  return names.sort().map((name) => new URL(name, FOLDER));
}
