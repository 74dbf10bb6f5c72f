import type { Fetch } from "#channels/call-vendor";

/** One call as a vendor saw it. */
export interface VendorCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;
}

/** A fault of the line, as fetch reports it. */
export const lineFault = (code: string) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });

export const jsonAnswer = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });

/** A vendor that gives these answers one after the other, the last one for ever, and remembers what it was asked. */
export function vendorDouble(answer: (call: VendorCall, index: number) => Response | Error) {
  const calls: VendorCall[] = [];
  const fetch: Fetch = async (input, init) => {
    const { method, headers, body, signal } = init ?? {};
    const call = {
      method: method ?? "GET",
      url: String(input),
      headers: new Headers(headers),
      body: typeof body === "string" ? body : "",
      signal,
    };
    calls.push(call);
    const given = answer(call, calls.length - 1);
    if (given instanceof Error) throw given;
    return given;
  };
  return { fetch, calls };
}
