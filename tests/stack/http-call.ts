import * as http from "node:http";
import * as https from "node:https";

export interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Calls the deployed API under its own name, at the emulator's door: not every machine knows where
 * `<id>.execute-api.localhost` is.
 */
export function httpCall(api: URL, door: URL, { method, path, query = "", headers = {}, body }: HttpCall) {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const secure = door.protocol === "https:";
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const options = {
    host: door.hostname,
    port: door.port,
    method,
    path: `${path}${query === "" ? "" : `?${query}`}`,
    headers: { ...headers, ...length, host: api.host },
    ...(secure ? { servername: "localhost" } : {}),
  };
  const request = (secure ? https : http).request(options, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
  });
  request.on("error", reject);
  request.end(body);
  return promise;
}
