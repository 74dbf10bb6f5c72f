import * as z from "zod";
import { callVendor, type Fetch } from "#channels/call-vendor";
import { readJson } from "#channels/read-json";

export interface ZaloOauthSettings {
  /** https://oauth.zaloapp.com, or where the vendor double is. */
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly fetch: Fetch;
  readonly timeoutMs?: number;
}

export type ZaloGrant =
  | { readonly kind: "granted"; readonly accessToken: string; readonly refreshToken: string; readonly lifeMs: number }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

/** 25 hours, as Zalo documents it, where the answer does not say. */
const USUAL_LIFE_SECONDS = 90_000;

const answerSchema = z.object({
  access_token: z.string().min(1).optional(),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().catch(USUAL_LIFE_SECONDS),
  error: z.coerce.number().optional().catch(undefined),
});

/** Refusals come with HTTP 200 and a code, e.g. -14014 for a refresh token that was used before. */
function grantOf(body: string): ZaloGrant {
  const read = answerSchema.safeParse(readJson(body));
  if (!read.success) return { kind: "failed", reason: "the answer is not JSON" };
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds, error } = read.data;
  if (accessToken === undefined || refreshToken === undefined) {
    return error === undefined
      ? { kind: "failed", reason: "the answer holds no tokens" }
      : { kind: "refused", reason: String(error) };
  }
  return { kind: "granted", accessToken, refreshToken, lifeMs: seconds * 1000 };
}

/** Trades a refresh token for a new pair (OAuth v4). The old one is used up with this call, whatever becomes of the answer. */
export async function refreshZaloTokens(refreshToken: string, settings: ZaloOauthSettings): Promise<ZaloGrant> {
  const { oauthUrl, appId, appSecret, fetch, timeoutMs = 10_000 } = settings;
  const body = new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: "refresh_token" });
  const headers = { "content-type": "application/x-www-form-urlencoded", secret_key: appSecret };
  const request = { method: "POST", headers, body: body.toString() };
  const answer = await callVendor(fetch, `${oauthUrl}/v4/oa/access_token`, request, timeoutMs);
  if (answer.kind !== "answer") return { kind: "failed", reason: answer.reason };
  return answer.status >= 500 ? { kind: "failed", reason: `HTTP ${answer.status}` } : grantOf(answer.body);
}
