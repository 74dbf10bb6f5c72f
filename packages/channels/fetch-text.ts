/** What the fetched texts are, certificates and confirmations, is a few kilobytes. */
const MOST_CHARACTERS = 64 * 1024;

/** A page that could not be read; names the host and never the whole address, which may carry a token. */
class PageNotReadError extends Error {
  override readonly name = "PageNotReadError";
  readonly isSafeToLog = true;
}

/**
 * Reads a small text from the web, without following it anywhere else.
 *
 * Two seconds: a vendor's webhook waits for our answer meanwhile.
 */
export function fetchTextWith(fetch: typeof globalThis.fetch, timeoutMs = 2000): (url: string) => Promise<string> {
  return async (url) => {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    if (response.ok && text.length <= MOST_CHARACTERS) return text;
    throw new PageNotReadError(`${new URL(url).host} answered ${response.status} with ${text.length} characters`);
  };
}
