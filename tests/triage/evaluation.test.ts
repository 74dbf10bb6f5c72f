import { expect, it } from "vitest";
import { answersOf } from "#triage/evaluation/answers";
import { judgeAll, placeVerdict } from "#triage/evaluation/judged";
import { macroF1, measuresOf } from "#triage/evaluation/measures";
import { labelledFileSchema } from "#triage/labelled-request";
import { triage } from "./triage-under-test.ts";

const rows = labelledFileSchema.parse([
  { text: "cúp nước ở xã Vĩnh Kim", channel: "sms", category: "cap_nuoc", urgency: "cao", place: "xã Vĩnh Kim" },
  {
    text: "den duong cho My Tho tat",
    channel: "sms",
    category: "dien",
    alsoCategory: ["chieu_sang"],
    urgency: "binh_thuong",
    place: "phường Mỹ Tho | xã Mỹ Thọ",
  },
  {
    text: "cháy nhà, cứu với",
    channel: "phone",
    category: "an_ninh",
    urgency: "khan_cap",
    place: null,
    unsure: ["emergency"],
  },
]);
const judged = judgeAll(rows, triage, () => 0);
const measure = (name: string) => measuresOf(judged).find((one) => one.name === name)?.value;

it("a second right category counts where it is asked for and not in the strict figure", () => {
  expect(measure("category top 1, strict")).toBeCloseTo(2 / 3, 3);
  expect(measure("category top 1, counting alsoCategory")).toBe(1);
});

it("what the labellings differ in is left out of its figure", () => {
  expect(judged.filter(({ request }) => request.urgency === "khan_cap")).toHaveLength(1);
  expect(measure("emergency recall")).toBe(1);
});

it("asking back with the right candidates is right, and a wrong name is worse than none", () => {
  expect(judged.map(placeVerdict)).toEqual(["right", "asked-right", "right"]);
  const [first] = judged;
  const elsewhere = first === undefined ? [] : [{ ...first, request: { ...first.request, place: "xã Cái Bè" } }];
  expect(elsewhere.map(placeVerdict)).toEqual(["wrong-guess"]);
});

it("macro F1 weighs a rare category like a common one", () => {
  expect(macroF1(judged)).toBeCloseTo(2 / 3, 3);
});

it("the answers are in the labelled files' words", () => {
  expect(answersOf(judged)[1]).toMatchObject({
    text: "den duong cho My Tho tat",
    place: { candidates: ["phường Mỹ Tho", "xã Mỹ Thọ"] },
    redirect: null,
  });
});
