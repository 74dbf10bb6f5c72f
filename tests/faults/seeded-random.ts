/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export interface SeededRandom {
  /** A whole number from 0 up to, and without, `below`. */
  whole(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  shuffled<T>(list: readonly T[]): T[];
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    whole,
    pick: (from) => from[whole(from.length)] ?? from[0],
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = whole(last + 1);
        [copy[last], copy[other]] = [copy[other], copy[last]] as [(typeof copy)[number], (typeof copy)[number]];
      }
      return copy;
    },
  };
}
