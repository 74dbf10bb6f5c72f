import { expect, it } from "vitest";
import { runFaults } from "./run-faults.ts";

it("nothing is lost, doubled or mixed up when the functions are killed amid shuffled redeliveries", async () => {
  const measures = await runFaults({ messages: 40, citizens: 8, seed: 1022, kills: 1 }, () => {});
  expect(measures.filter(({ ok }) => !ok)).toEqual([]);
}, 180_000);
