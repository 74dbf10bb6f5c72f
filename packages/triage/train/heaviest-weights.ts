import type { Keep, TrainedHead } from "./train-head.ts";

/** Keeps this part of a head's weights, the heaviest. */
export function heaviestWeights({ weights, bias }: TrainedHead, part: number): Keep {
  const width = bias.length;
  const lengths = weights
    .map(Math.abs)
    .filter((length) => length > 0)
    .sort();
  const least = lengths[Math.floor(lengths.length * (1 - part))] ?? 0;
  return (row, label) => Math.abs(weights[row * width + label] ?? 0) >= least;
}
