const DAY_MS = 24 * 3_600_000;

/** A Retry-After header in milliseconds, whether it counts seconds or names a moment; at most a day. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const written = header.trim();
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}
