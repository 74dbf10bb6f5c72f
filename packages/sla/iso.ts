/** An instant as events write it: UTC, to the millisecond. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
