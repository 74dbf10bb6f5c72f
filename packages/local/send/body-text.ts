import type { SampleRequest } from "./sample.ts";

/** The request with its body changed as text, for bodies that are text at all. */
export function withBodyText(request: SampleRequest, change: (text: string) => string): SampleRequest {
  const text = Buffer.from(request.body).toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(request.body);
  return isText ? { ...request, body: Buffer.from(change(text), "utf8") } : request;
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

/** The text of the first JSON value with a name, without quotes. */
export function jsonValueIn(text: string, name: string): string | undefined {
  const found = new RegExp(`"${name}"\\s*:\\s*(?:"([^"]*)"|(-?\\d+))`).exec(text);
  return found?.[1] ?? found?.[2];
}
