/** How often each text stands in a list. */
export function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

export function moreThanOnce(texts: readonly string[]): string[] {
  return [...counted(texts)].filter(([, count]) => count > 1).map(([text]) => text);
}
