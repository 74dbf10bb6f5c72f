import { parseArgs } from "node:util";
import { benchParts, fullScale, quickScale } from "./bench-parts.ts";
import { finish } from "./report/finish.ts";
import type { Measure } from "./report/measure.ts";

/**
 * `npm run bench [-- --quick] [-- --only webhook,sweep]`: how fast, how large and how dear, each beside a floor of the
 * same run where the machine has a say. Exits 0 whatever the figures are: they are for people to read.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" } } });
  const wanted = values.only?.split(",") ?? Object.keys(benchParts);
  const scale = values.quick === true ? quickScale : fullScale;
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const measures: Measure[] = [];
  for (const name of wanted) {
    const part = benchParts[name];
    if (part === undefined) throw new Error(`No part is named ${name}, expected some of ${Object.keys(benchParts)}`);
    const startedAt = performance.now();
    measures.push(...(await part(scale, say)));
    say(`${name}: measured in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }
  finish("bench", measures);
}

await bench();
