import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { problem } from "#platform/problem";
import type { HttpAnswer } from "./gateway-answer.ts";
import type { HttpCall, JwtAuthorizer } from "./gateway-event.ts";

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
}

/** Who issues local tokens and for whom. */
export const localTokenRules: TokenRules = { issuer: "hotline1022-local", audience: "hotline1022-desk" };

/**
 * The JWT authorizer of the HTTP API: signature, issuer, audience and time.
 *
 * Claims reach the function as API Gateway gives them, as texts: a list `["agent"]` as `[agent]`. A browser's
 * preflight carries no token and passes without claims.
 */
export function jwtAuthorizer(keys: JSONWebKeySet, rules: TokenRules) {
  const keySet = createLocalJWKSet(keys);
  return async (call: HttpCall): Promise<JwtAuthorizer | HttpAnswer> => {
    if (call.method === "OPTIONS") return { jwt: { claims: {}, scopes: null } };
    const token = bearerToken(call);
    if (token === undefined) return refusal("Send a token as Authorization: Bearer");
    try {
      const { payload } = await jwtVerify(token, keySet, { ...rules, algorithms: ["RS256"] });
      const claims = Object.entries(payload).map(([name, value]) => [name, claimText(value)]);
      return { jwt: { claims: Object.fromEntries(claims), scopes: null } };
    } catch {
      return refusal("The token is not one of ours or has expired");
    }
  };
}

function bearerToken({ headers }: HttpCall): string | undefined {
  const header = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1];
  return /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
}

const claimText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(" ")}]` : String(value));

function refusal(detail: string): HttpAnswer {
  const headers = [
    ["content-type", "application/problem+json; charset=utf-8"],
    ["www-authenticate", "Bearer"],
  ] as const;
  return { status: 401, headers, body: Buffer.from(JSON.stringify(problem("unauthenticated", detail))) };
}
