import { expect, it } from "vitest";
import { leaningOf } from "#triage/train/leaning";
import type { Sided } from "#triage/train/support-vectors";

const lesson = (side: 1 | -1, ...rows: number[]): Sided => ({
  vector: { rows: Int32Array.from(rows), values: new Float64Array(rows.length).fill(1) },
  side,
  cost: 1,
});
const lessons = [lesson(1, 0, 1), lesson(1, 0, 1), lesson(-1, 1, 2), lesson(-1, 1, 2)];

it("a row that stands on one side only leans more than one that stands on both", () => {
  const [ours = 0, both = 0, theirs = 0] = leaningOf(lessons, 3, 3);
  expect(ours).toBeGreaterThan(1);
  expect(theirs).toBeCloseTo(ours, 5);
  expect(both).toBeLessThan(1);
});

it("the rows lean by one on the average, and what is no feature leans by one", () => {
  const leaning = leaningOf(lessons, 3, 5);
  expect(leaning.slice(0, 3).reduce((sum, row) => sum + row, 0) / 3).toBeCloseTo(1, 5);
  expect([...leaning.slice(3)]).toEqual([1, 1]);
});
