export type Fetch = typeof globalThis.fetch;

/**
 * What came of a call to a vendor. `not-reached`: it cannot have been taken. `interrupted`: it was on its way when the
 * line or our patience broke, so it may have been.
 */
export type VendorAnswer =
  | { readonly kind: "answer"; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly kind: "not-reached"; readonly reason: string }
  | { readonly kind: "interrupted"; readonly reason: string };

/** Faults of the line that happen before a request is sent. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The code of the innermost fault: fetch wraps the line's own error, which may itself stand for several addresses. */
function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.name : faultCode(error.cause);
}

/** Vendors answer in a few hundred bytes; a partner's server may answer without end. */
const MOST_BODY_BYTES = 256 * 1024;

async function beginningOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST_BODY_BYTES) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Calls a vendor and says how it went; never throws. The reason names the fault and never an address or a text. */
export async function callVendor(
  fetch: Fetch,
  url: string | URL,
  request: RequestInit,
  timeoutMs: number,
): Promise<VendorAnswer> {
  try {
    const response = await fetch(url, { ...request, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    return { kind: "answer", status: response.status, headers: response.headers, body: await beginningOf(response) };
  } catch (error) {
    const code = faultCode(error);
    return { kind: BEFORE_SENDING.has(code) ? "not-reached" : "interrupted", reason: code };
  }
}
