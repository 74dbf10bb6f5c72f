import { createTriage } from "#triage/create-triage";
import { provinceFiles } from "#triage/files/province-files";
import { triageModel } from "#triage/triage-model";

/** Triage as the function runs it: Đồng Tháp's files and the trained model. */
export const triage = createTriage({ ...provinceFiles(), model: triageModel });
export const read = (text: string) => triage(text, { channel: "zalo" });
