import { expect, it } from "vitest";
import { nearCopies } from "#triage/evaluation/near-copies";
import { provinceFiles } from "#triage/files/province-files";
import { HELD_BACK, trainingRows } from "#triage/files/training-files";
import { modelBytes, modelOf } from "#triage/learned/model-file";
import { calibratedTemperature } from "#triage/train/cross-validate";
import { examplesOf } from "#triage/train/example";
import { fitModel, settingsOf } from "#triage/train/fit-model";
import { triageModel } from "#triage/triage-model";
import { lexiconsOf } from "#triage/words/lexicons";

const lexicons = lexiconsOf(provinceFiles().words);
const settings = settingsOf(lexicons).map((head) => ({ ...head, epochs: 2 }));

it("the same requests train the same model, byte for byte", () => {
  const examples = trainingRows()
    .slice(0, 60)
    .flatMap(({ request }) => examplesOf(request, lexicons));
  const train = () => modelBytes(fitModel(examples, settings, {}, "test"));
  expect(train().equals(train())).toBe(true);
});

it("a model is read from its file as it was written", () => {
  expect(modelOf(modelBytes(triageModel))).toEqual(triageModel);
});

it("what is held back is measured with and never learned from", () => {
  const fileOf = ({ pathname }: URL) => pathname.split("/").at(-1) ?? "";
  const learned = trainingRows().map(({ file }) => file);
  expect(HELD_BACK.map(fileOf)).toContain("held-back.json");
  expect(HELD_BACK.map(fileOf).filter((file) => !file.startsWith("held-back"))).toEqual([]);
  expect(learned.filter((file) => file.startsWith("held-back"))).toEqual([]);
});

it("the model fits 200 KB and knows every category of the word lists", () => {
  expect(modelBytes(triageModel).length).toBeLessThanOrEqual(200 * 1024);
  expect(triageModel.heads["category"]?.labels).toEqual(lexicons.category.labels);
});

it("a row with one noun changed is counted as a near-copy", () => {
  const row = (text: string, at: number) => ({
    file: "a.json",
    row: at,
    request: { text, channel: "sms" as const, category: "cap_nuoc", urgency: "cao" as const, place: null },
  });
  const rows = [
    row("cúp nước ba ngày nay rồi ở ấp 3 mà không ai báo trước gì hết", 0),
    row("cúp nước ba ngày nay rồi ở ấp 5 mà không ai báo trước gì hết", 1),
    row("đèn đường tắt từ tuần trước", 2),
  ];
  expect(nearCopies(rows).map(({ copy }) => copy.row)).toEqual([1]);
});

it("confidences that were too sure are made less sure", () => {
  const unseen = [
    { scores: [5, 0], label: "a" },
    { scores: [5, 0], label: "b" },
    { scores: [5, 0], label: "a" },
  ];
  expect(calibratedTemperature(unseen, ["a", "b"])).toBeGreaterThan(2);
});
