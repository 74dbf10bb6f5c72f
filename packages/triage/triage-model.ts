import { readFileSync } from "node:fs";
import { type ModelFile, modelOf } from "./learned/model-file.ts";

/** The trained model that goes with the code; `npm run train-triage` writes it anew. */
export const triageModel: ModelFile = modelOf(readFileSync(new URL("./model/triage-model.bin", import.meta.url)));
