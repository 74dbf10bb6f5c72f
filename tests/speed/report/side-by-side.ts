import { median } from "./median.ts";

export interface SideBySide {
  /** Medians over the rounds, in units of work a second. */
  readonly floor: number;
  readonly subject: number;
  /** The median of the rounds' own ratios: what slows the machine for a while slows both sides of a round. */
  readonly ratio: number;
}

/**
 * Rate of a subject and of its floor, in turn within the same run, so that both meet the same machine and the same noise.
 *
 * Each function does its work once and answers how many pieces that was. The first round warms up and is not counted.
 */
export async function sideBySide(
  rounds: number,
  floor: () => Promise<number>,
  subject: () => Promise<number>,
): Promise<SideBySide> {
  const rates: { floor: number; subject: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    rates.push({ floor: await rateOf(floor), subject: await rateOf(subject) });
  }
  const counted = rates.slice(1);
  return {
    floor: median(counted.map((rate) => rate.floor)),
    subject: median(counted.map((rate) => rate.subject)),
    ratio: median(counted.map((rate) => rate.subject / rate.floor)),
  };
}

async function rateOf(work: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const pieces = await work();
  return (pieces / (performance.now() - startedAt)) * 1000;
}
