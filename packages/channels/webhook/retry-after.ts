const DAY_MS = 24 * 3_600_000;

/** A Retry-After header in milliseconds, whether it counts seconds or names a moment; at most a day. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const written = header.trim();
  const isSeconds = /^\d{1,9}$/.test(written);
  const isDate = /^[A-Z][a-z]{2}, \d{2} /.test(written); // Date.parse reads a month into almost anything
  const ms = isSeconds ? Number(written) * 1000 : Date.parse(isDate ? written : "") - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}
