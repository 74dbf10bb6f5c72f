import { randomUUID } from "node:crypto";
import { expect, inject, it } from "vitest";
import { lifecycleUnits } from "./lifecycle/lifecycle-units.ts";

/** What a life costs today; whoever makes it dearer says so here and in decision 0018. */
const MOST_WRITE_UNITS = 164;

it("a ticket's whole life costs no more write units than it did, and each step costs some", {
  timeout: 60_000,
}, async () => {
  const [endpoint = ""] = Object.values(inject("dynamo"));
  const steps = await lifecycleUnits(endpoint, `test-${randomUUID()}`);
  expect(steps.filter(({ write }) => write === 0)).toEqual([]);
  expect(steps.reduce((sum, { write }) => sum + write, 0)).toBeLessThanOrEqual(MOST_WRITE_UNITS);
});
