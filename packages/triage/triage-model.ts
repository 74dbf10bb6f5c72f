import type { ModelFile } from "./learned/linear-model.ts";
import model from "./model/triage-model.json" with { type: "json" };

/** The trained model that goes with the code; `npm run train-triage` writes it anew. */
export const triageModel: ModelFile = model;
