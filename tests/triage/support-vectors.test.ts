import { expect, it } from "vitest";
import { seededRandom } from "#triage/train/seeded-random";
import { type Sided, separate } from "#triage/train/support-vectors";

const lesson = (side: 1 | -1, ...values: number[]): Sided => ({
  vector: { rows: Int32Array.from(values.keys()), values: Float64Array.from(values) },
  side,
  cost: 10,
});
const scoreOf = (weights: Float64Array, { vector }: Sided) =>
  vector.values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
const lessons = [lesson(1, 1, 0.2, 1), lesson(1, 0.8, -0.1, 1), lesson(-1, -1, 0.3, 1), lesson(-1, -0.7, -0.4, 1)];
const settings = { epochs: 200, stretch: new Float64Array(3).fill(1) };

it("what can be told apart stands on its own side with a margin", () => {
  const weights = separate(lessons, settings, seededRandom(1));
  for (const one of lessons) expect(one.side * scoreOf(weights, one)).toBeGreaterThan(0.8);
});

it("the same numbers give the same weights, and another order comes to the same separation", () => {
  const weights = separate(lessons, settings, seededRandom(1));
  expect(separate(lessons, settings, seededRandom(1))).toEqual(weights);
  const other = separate(lessons, settings, seededRandom(2));
  other.forEach((weight, at) => {
    expect(weight).toBeCloseTo(weights[at] ?? Number.NaN, 1);
  });
});

it("a dear lesson is learned against a cheap one that says the contrary", () => {
  const contrary = [
    { ...lesson(1, 1), cost: 5 },
    { ...lesson(-1, 1), cost: 0.1 },
  ];
  const [weight = 0] = separate(contrary, { epochs: 200, stretch: Float64Array.of(1) }, seededRandom(1));
  expect(weight).toBeGreaterThan(0.5);
});

it("what leans to one side weighs more, and what counts nothing weighs nothing", () => {
  const alike = [lesson(1, 1, 1, 1), lesson(-1, -1, -1, -1)];
  const [plain = 0, stretched = 0, none] = separate(
    alike,
    { epochs: 200, stretch: Float64Array.of(1, 2, 0) },
    seededRandom(1),
  );
  expect(stretched).toBeCloseTo(4 * plain, 5);
  expect(none).toBe(0);
});
