/** Months from `newest` (yyyy-mm) back to the one in which `oldest` lies, both included. */
export function* monthsBack(newest: string, oldest: Date): Generator<string> {
  const last = oldest.toISOString().slice(0, 7);
  let [year = 0, month = 0] = newest.split("-").map(Number);
  for (let name = newest; name >= last; ) {
    yield name;
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
    name = `${year}-${String(month).padStart(2, "0")}`;
  }
}
