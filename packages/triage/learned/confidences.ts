/** Scores as confidences that add up to one; a higher temperature makes them less sure. */
export function confidencesOf(scores: readonly number[], temperature: number): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
