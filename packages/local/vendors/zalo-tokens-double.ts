import { Hono } from "hono";
import * as z from "zod";
import { keptJson } from "../pumps/kept-json.ts";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";

const pairSchema = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() });

/** The tokens that Zalo has given out; only the newest pair is worth anything. */
export interface ZaloTokensDouble {
  /** The answer of `/v4/oa/access_token`. */
  readonly app: Hono<DoubleEnvironment>;
  isAccessToken(token: string): boolean;
}

/** 25 hours. */
const LIFE_SECONDS = 90_000;

/** Zalo's OAuth v4: a refresh token works once. The one of the administrator's consent works whenever all else is lost. */
export function zaloTokensDouble(
  file: string,
  { accounts, failures, now, newId }: DoubleDependencies,
): ZaloTokensDouble {
  const kept = keptJson(file, pairSchema.optional(), undefined);
  let pair = kept.read();
  const app = new Hono<DoubleEnvironment>();
  const refused = (error: number, error_name: string) => Response.json({ error, error_name });
  app.use(failing("zalo-oauth", failures, () => refused(-32, "Your application reached limit call api")));
  app.post("/v4/oa/access_token", async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const { appId, appSecret, refreshToken } = accounts.zalo;
    if (form.get("app_id") !== appId) return refused(-14002, "Invalid app id");
    if (c.req.header("secret_key") !== appSecret) return refused(-14004, "Invalid secret key");
    if (form.get("grant_type") !== "refresh_token") return refused(-14005, "Invalid grant type");
    if (![pair?.refreshToken, refreshToken].includes(form.get("refresh_token") ?? "")) {
      return refused(-14014, "Invalid refresh token");
    }
    const expiresAt = now().getTime() + LIFE_SECONDS * 1000;
    pair = { accessToken: `AT-${newId()}`, refreshToken: `RT-${newId()}`, expiresAt };
    kept.write(pair);
    const { accessToken: access_token, refreshToken: refresh_token } = pair;
    return c.json({ access_token, refresh_token, expires_in: String(LIFE_SECONDS) });
  });
  return {
    app,
    isAccessToken: (token) => pair !== undefined && token === pair.accessToken && now().getTime() < pair.expiresAt,
  };
}
