import type { SampleRequest } from "./sample.ts";

/** The request with its body changed as text, a byte a character: whatever is not changed keeps its bytes. */
export function withBodyText(request: SampleRequest, change: (text: string) => string): SampleRequest {
  return { ...request, body: Buffer.from(change(bodyText(request)), "latin1") };
}

export function bodyText({ body }: SampleRequest): string {
  return Buffer.from(body).toString("latin1");
}

export function withHeaders(request: SampleRequest, headers: Readonly<Record<string, string>>): SampleRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** JSON text with another value for a name, quoted or not as the old one was; every other byte as it was. */
export function withJsonValue(text: string, name: string, value: string): string {
  const old = new RegExp(`("${name}"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"|-?\\d+)`);
  const isNumber = /^-?\d+$/.test(value);
  return text.replace(old, (_, before: string, given: string) =>
    given.startsWith('"') || !isNumber ? `${before}"${value}"` : `${before}${value}`,
  );
}

/** The text of the JSON value with a name, without quotes; of several the last, which is the one that readers keep. */
export function jsonValueIn(text: string, name: string): string | undefined {
  const found = [...text.matchAll(new RegExp(`"${name}"\\s*:\\s*(?:"([^"]*)"|(-?\\d+))`, "g"))].at(-1);
  return found?.[1] ?? found?.[2];
}
