import type { Sided } from "./support-vectors.ts";

/** As if each side had been seen with every row this much oftener: one text alone proves little. */
const DOUBT = 0.15;
/** How far the leaning decides; the rest all rows have in common. */
const SHARE = 0.4;

/**
 * How much each row leans to one side: above one where it stands much oftener on one side than on the other, below one
 * where it is as common on both; one on the average. Vectors stretched by it are separated along what really tells the
 * sides apart (Wang and Manning, ACL 2012). `size`: how many of the `width` rows are features; the others do not lean.
 */
export function leaningOf(lessons: readonly Sided[], size: number, width: number): Float64Array {
  const ours = costsOf(lessons, 1, size);
  const theirs = costsOf(lessons, -1, size);
  const odds = Math.log((ours.all + 2 * DOUBT) / (theirs.all + 2 * DOUBT));
  const leanings = ours.ofRow.map((cost, row) =>
    Math.abs(Math.log((cost + DOUBT) / ((theirs.ofRow[row] ?? 0) + DOUBT)) - odds),
  );
  const mean = leanings.reduce((sum, leaning) => sum + leaning, 0) / Math.max(1, size) || 1;
  const all = new Float64Array(width).fill(1);
  all.set(leanings.map((leaning) => 1 - SHARE + (SHARE * leaning) / mean));
  return all;
}

/** What the lessons of one side cost together, and those of them that have a row. */
function costsOf(lessons: readonly Sided[], wanted: Sided["side"], size: number) {
  const ofRow = new Float64Array(size);
  const sided = lessons.filter(({ side }) => side === wanted);
  for (const { vector, cost } of sided) {
    for (const row of vector.rows) if (row < size) ofRow[row] = (ofRow[row] ?? 0) + cost;
  }
  return { all: sided.reduce((sum, { cost }) => sum + cost, 0), ofRow };
}
