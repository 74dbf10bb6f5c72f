import * as z from "zod";
import { callVendor, type Fetch } from "#channels/call-vendor";
import { readJson } from "#channels/read-json";
import { ZaloConsentNeededError, ZaloTokenPendingError } from "#channels/zalo/zalo-token-errors";
import type { ZaloTokens } from "#channels/zalo/zalo-tokens";

export interface ZaloApiSettings {
  readonly tokens: ZaloTokens;
  readonly fetch: Fetch;
  readonly timeoutMs?: number;
}

/** What Zalo answered. Refusals come with HTTP 200 and a code in the body. */
export type ZaloAnswer =
  | { readonly kind: "done"; readonly data: unknown }
  | { readonly kind: "error"; readonly code: number; readonly message: string }
  | { readonly kind: "later"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** Ours, where Zalo has none: nothing can be sent until an administrator grants access again. */
export const NO_CONSENT = -14014;

const answerSchema = z.object({
  error: z.coerce.number(),
  message: z.string().catch(""),
  data: z.unknown().optional(),
});

/** The access token is wrong or too old: OA calls say -216 and -220, an older table -201, templates by phone -124. */
const isTokenError = (answer: ZaloAnswer) =>
  answer.kind === "error" &&
  ([-216, -220, -124].includes(answer.code) || (answer.code === -201 && /access.?token/i.test(answer.message)));

/** These say that nothing was taken; other faults of a server may come after it has taken the message. */
const NOT_TAKEN = new Set([429, 503]);

function answerOf(status: number, body: string): ZaloAnswer {
  if (NOT_TAKEN.has(status)) return { kind: "later", reason: `zalo HTTP ${status}` };
  const read = answerSchema.safeParse(readJson(body));
  if (!read.success || status >= 500) return { kind: "unknown", reason: `zalo HTTP ${status}` };
  const { error, message, data } = read.data;
  return error === 0 ? { kind: "done", data } : { kind: "error", code: error, message };
}

async function callWith(token: string, url: string, request: RequestInit, settings: ZaloApiSettings) {
  const headers = { "content-type": "application/json", access_token: token };
  const { fetch, timeoutMs = 10_000 } = settings;
  const answer = await callVendor(fetch, url, { ...request, headers }, timeoutMs);
  if (answer.kind === "answer") return answerOf(answer.status, answer.body);
  return { kind: answer.kind === "not-reached" ? ("later" as const) : ("unknown" as const), reason: answer.reason };
}

/** Calls Zalo with our access token; where Zalo refuses the token, once more with a new one. */
export async function callZalo(url: string, request: RequestInit, settings: ZaloApiSettings): Promise<ZaloAnswer> {
  try {
    const token = await settings.tokens.current();
    const answer = await callWith(token, url, request, settings);
    if (!isTokenError(answer)) return answer;
    return await callWith(await settings.tokens.renew(token), url, request, settings);
  } catch (error) {
    if (error instanceof ZaloTokenPendingError) return { kind: "later", reason: "zalo token is being refreshed" };
    if (error instanceof ZaloConsentNeededError) return { kind: "error", code: NO_CONSENT, message: "" };
    throw error;
  }
}
