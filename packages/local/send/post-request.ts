import type { SampleRequest } from "./sample.ts";

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Makes the call to a running system. */
export async function postRequest(base: string, request: SampleRequest): Promise<Answer> {
  const { method, path, query, headers, body } = request;
  const url = `${base}${path}${query === "" ? "" : `?${query}`}`;
  const withBody = method === "GET" ? {} : { body: Buffer.from(body) };
  const response = await fetch(url, { method, headers, ...withBody });
  const contentType = response.headers.get("content-type") ?? "";
  return { status: response.status, contentType, text: await response.text() };
}
