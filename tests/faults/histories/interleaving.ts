import type { SeededRandom } from "../seeded-random.ts";

/**
 * Several functions at work at once, one call at a time: whose call is next is drawn, so that the same seed gives the
 * same order of everything, however fast the table answers.
 */
export interface Interleaving {
  /** Waits until it is this caller's turn; calling the answer ends the turn. */
  turn(): Promise<() => void>;
  /** Runs all works to their end, and whatever calls they left behind. */
  run(works: readonly (() => Promise<void>)[]): Promise<void>;
}

interface Waiting {
  readonly begin: (end: () => void) => void;
}

/** Code between two calls takes microtasks alone: after one turn of the loop everybody waits for a call, or is done. */
const untilAllWait = () => new Promise((resolve) => setImmediate(resolve));
const PATIENCE = 20_000;

export function interleaving(random: Pick<SeededRandom, "whole">): Interleaving {
  const waiting: Waiting[] = [];

  const grant = (next: Waiting) => new Promise<void>((resolve) => next.begin(resolve));

  return {
    turn: () => new Promise((resolve) => waiting.push({ begin: resolve })),
    async run(works) {
      let open = works.length;
      const ends = works.map((work) => work().finally(() => (open -= 1)));
      await untilAllWait();
      for (let idle = 0; waiting.length > 0 || open > 0; ) {
        const [next] = waiting.splice(random.whole(waiting.length), 1);
        if (next === undefined) idle += 1;
        else await grant(next);
        if (idle > PATIENCE) throw new Error("A function neither ends nor calls anybody");
        await untilAllWait();
      }
      await Promise.all(ends);
    },
  };
}
