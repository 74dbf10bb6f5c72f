import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** A call as it came in over the wire. Header names in any case, a name as often as it was sent. */
export interface HttpCall {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly sourceIp: string;
}

/** What API Gateway puts under `requestContext.authorizer` for a call whose JWT it has checked: every claim as text. */
export interface JwtAuthorizer {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: null };
}

/** The call as an HTTP API hands it to a function (payload format 2.0). */
export function gatewayEvent(call: HttpCall, now: Date, authorizer?: JwtAuthorizer): APIGatewayProxyEventV2 {
  const [rawPath = "/", ...rest] = call.target.split("?");
  const rawQueryString = rest.join("?");
  const headers = joinedHeaders(call.headers);
  const cookies = call.headers.filter(([name]) => name.toLowerCase() === "cookie").flatMap(([, v]) => v.split(/; */));
  const query = queryParameters(rawQueryString);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: requestContext(call, rawPath, headers, now, authorizer),
    ...eventBody(call.body, headers["content-type"]),
  };
}

function requestContext(
  call: HttpCall,
  path: string,
  headers: Record<string, string>,
  now: Date,
  authorizer: JwtAuthorizer | undefined,
): APIGatewayProxyEventV2["requestContext"] {
  const context = {
    accountId: "000000000000",
    apiId: "local",
    domainName: headers["host"] ?? "localhost",
    domainPrefix: "local",
    http: {
      method: call.method,
      path,
      protocol: "HTTP/1.1",
      sourceIp: call.sourceIp,
      userAgent: headers["user-agent"] ?? "",
    },
    requestId: randomUUID(),
    routeKey: "$default",
    stage: "$default",
    time: now.toISOString(),
    timeEpoch: now.getTime(),
  };
  return authorizer === undefined ? context : Object.assign(context, { authorizer });
}

/** Names in lower case; a name that came several times has its values in one, separated by commas. No cookies. */
function joinedHeaders(headers: HttpCall["headers"]): Record<string, string> {
  const joined = Map.groupBy(headers, ([name]) => name.toLowerCase());
  joined.delete("cookie");
  return Object.fromEntries([...joined].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(",")]));
}

function queryParameters(query: string): Record<string, string> | undefined {
  if (query === "") return undefined;
  const pairs = Map.groupBy([...new URLSearchParams(query)], ([name]) => name);
  return Object.fromEntries([...pairs].map(([name, values]) => [name, values.map(([, value]) => value).join(",")]));
}

const textual = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/i;

/** A body travels as text when its type says text, else as base64 (forms included, as on AWS). */
function eventBody(bytes: Uint8Array, contentType = ""): Pick<APIGatewayProxyEventV2, "body" | "isBase64Encoded"> {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const asText = textual.test(contentType) && isUtf8(bytes);
  return { body: Buffer.from(bytes).toString(asText ? "utf8" : "base64"), isBase64Encoded: !asText };
}
