import { shuffled } from "./seeded-random.ts";
import type { Vector } from "./vocabulary.ts";

/** A vector with the side it belongs to and what it costs to have it on the wrong one. */
export interface Sided {
  readonly vector: Vector;
  readonly side: 1 | -1;
  readonly cost: number;
}

export interface SeparatingSettings {
  /** How many times at most all vectors are looked at. */
  readonly epochs: number;
  /** How much each row of a vector counts; what counts nothing gets no weight. */
  readonly stretch: Float64Array;
}

/** How far a separation has come. */
interface State {
  /** As they count for vectors that are not stretched. */
  readonly weights: Float64Array;
  /** What each row's stretch is, squared. */
  readonly squared: Float64Array;
  /** How much each vector holds the margin; zero where it stands well on its side. */
  readonly duals: Float64Array;
  readonly lengths: Float64Array;
}

/** Below this nothing moves any more. */
const STILL = 0.01;

/**
 * The weights that tell two sides apart with the widest margin: a linear support vector machine with squared hinge loss,
 * solved by dual coordinate descent (Hsieh et al., ICML 2008).
 *
 * Deterministic: the order of the vectors comes from the given numbers.
 */
export function separate(
  lessons: readonly Sided[],
  { epochs, stretch }: SeparatingSettings,
  random: () => number,
): Float64Array {
  const squared = stretch.map((length) => length * length);
  const state: State = {
    weights: new Float64Array(stretch.length),
    squared,
    duals: new Float64Array(lessons.length),
    lengths: Float64Array.from(lessons, ({ vector, cost }) => squares(vector, squared) + 1 / (2 * cost)),
  };
  const all = [...lessons.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    // every other round those rest that stand well on their side
    const round = epoch % 2 === 0 ? all : all.filter((at) => (state.duals[at] ?? 0) > 0);
    let moved = 0;
    for (const at of shuffled(round, random)) moved = Math.max(moved, step(lessons[at], at, state));
    if (moved < STILL && round === all) break;
  }
  return state.weights;
}

/** Moves one vector's share of the margin to where it is best, all others left; answers how wrong it was. */
function step(lesson: Sided | undefined, at: number, { weights, squared, duals, lengths }: State): number {
  if (lesson === undefined) return 0;
  const { vector, side, cost } = lesson;
  const old = duals[at] ?? 0;
  const slope = side * product(vector, weights) - 1 + old / (2 * cost);
  if (old === 0 && slope > 0) return 0;
  const dual = Math.max(old - slope / (lengths[at] ?? 1), 0);
  duals[at] = dual;
  if (dual !== old) add(weights, vector, (dual - old) * side, squared);
  return Math.abs(slope);
}

function product({ rows, values }: Vector, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += (weights[rows[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function add(weights: Float64Array, { rows, values }: Vector, times: number, squared: Float64Array): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    weights[row] = (weights[row] ?? 0) + times * (values[at] ?? 0) * (squared[row] ?? 0);
  }
}

function squares({ rows, values }: Vector, squared: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += (values[at] ?? 0) ** 2 * (squared[rows[at] ?? 0] ?? 0);
  return sum;
}
