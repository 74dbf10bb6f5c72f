/** The position of a hash in an ascending list: nothing is built at the start, and fifteen steps are nothing beside it. */
export function rowOf(hashes: Int32Array, hash: number): number | undefined {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
