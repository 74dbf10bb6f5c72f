import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "#platform/logger";
import { failedAnswer, type HttpAnswer, jsonAnswer } from "./gateway-answer.ts";
import type { HttpCall } from "./gateway-event.ts";

/** An HTTP API takes 10 MB and answers 413 to more. */
const LARGEST_BODY_BYTES = 10 * 1024 * 1024;

/** Whatever answers calls below a path: a function, or a route of the local system itself. */
export interface LocalRoute {
  /** The first part of the path, e.g. `/webhooks`; exactly `/` is the start page alone. */
  readonly path: string;
  answer(call: HttpCall): Promise<HttpAnswer>;
}

/** The HTTP API of the local system: gives each call to the route whose path it begins with. */
export function localGateway(routes: readonly LocalRoute[], logger: Logger): Server {
  return createServer((request, response) => {
    void answerCall(request, routes, logger).then((answer) => write(response, answer));
  });
}

async function answerCall(
  request: IncomingMessage,
  routes: readonly LocalRoute[],
  logger: Logger,
): Promise<HttpAnswer> {
  try {
    const body = await bodyOf(request);
    if (body === undefined) return jsonAnswer(413, { message: "Request Too Long" });
    const call = httpCall(request, body);
    const route = routeOf(call.target, routes);
    return route === undefined ? jsonAnswer(404, { message: "Not Found" }) : await route.answer(call);
  } catch (error) {
    logger.error("call failed", { error });
    return failedAnswer;
  }
}

function routeOf(target: string, routes: readonly LocalRoute[]): LocalRoute | undefined {
  const path = target.split("?", 1)[0] ?? "/";
  return routes.find((route) => path === route.path || (route.path !== "/" && path.startsWith(`${route.path}/`)));
}

function httpCall(request: IncomingMessage, body: Uint8Array): HttpCall {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    headers.push([request.rawHeaders[at] ?? "", request.rawHeaders[at + 1] ?? ""]);
  }
  const { method = "GET", url = "/", socket } = request;
  return { method, target: url, headers, body, sourceIp: socket.remoteAddress ?? "127.0.0.1" };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return size > LARGEST_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.end(body);
}
