/** Long enough for the answer to arrive first, as with a real network in between. */
const AFTER_MS = 500;
/** eSMS tries five times when nobody answers. */
const ATTEMPTS = 5;

/** Calls addresses with reports, each a moment later, again and again while nobody answers. */
export function sendReports(fetch: typeof globalThis.fetch): (url: string) => void {
  const attempt = async (url: string, attemptsLeft: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
    await fetch(url).catch(() => (attemptsLeft > 1 ? attempt(url, attemptsLeft - 1) : undefined));
  };
  return (url) => void attempt(url, ATTEMPTS);
}
