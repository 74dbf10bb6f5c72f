/** Works through a list with so many at a time, in order of their beginning. */
export async function atOnce<T>(limit: number, list: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = list.values();
  const worker = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
