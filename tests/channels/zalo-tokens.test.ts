import { expect, it } from "vitest";
import { ZaloConsentNeededError, ZaloTokenPendingError } from "#channels/zalo/zalo-token-errors";
import type { ZaloTokenPair } from "#channels/zalo/zalo-token-store";
import { type ZaloTokenSettings, zaloTokens } from "#channels/zalo/zalo-tokens";
import { memoryZaloTokenStore } from "./memory-zalo-token-store.ts";
import { jsonAnswer, lineFault, vendorDouble } from "./vendor-double.ts";

const start = Date.parse("2026-08-14T01:00:00.000Z");
const HOUR_MS = 3_600_000;
const atHour = (hours: number) => () => new Date(start + hours * HOUR_MS);

const pair: ZaloTokenPair = {
  accessToken: "AT-1",
  refreshToken: "RT-1",
  obtainedAt: new Date(start).toISOString(),
  expiresAt: new Date(start + 25 * HOUR_MS).toISOString(),
  version: 1,
};

/** Zalo's token server: each refresh token works once and brings the next one. */
function oauthDouble(works = 1, expiresIn: unknown = "90000") {
  let next = works;
  return vendorDouble(({ body }) => {
    if (new URLSearchParams(body).get("refresh_token") !== `RT-${next}`) {
      return jsonAnswer({ error: -14014, error_name: "Invalid refresh token" });
    }
    next += 1;
    return jsonAnswer({ access_token: `AT-${next}`, refresh_token: `RT-${next}`, expires_in: expiresIn });
  });
}

function tokensAt(hours: number, change: Partial<ZaloTokenSettings> = {}, first: ZaloTokenPair | undefined = pair) {
  const zalo = oauthDouble();
  const store = memoryZaloTokenStore(first);
  const account = { oauthUrl: "https://oauth.example", appId: "app-1022", appSecret: "secret-1022" };
  const settings = { ...account, store, fetch: zalo.fetch, now: atHour(hours), ...change };
  return { tokens: zaloTokens(settings), store, zalo };
}

it.each([0, 12, 19.9])("the token is used as it is %s hours after it was obtained", async (hours) => {
  const { tokens, zalo } = tokensAt(hours);
  expect(await tokens.current()).toBe("AT-1");
  expect(zalo.calls).toHaveLength(0);
});

it("the token is refreshed 20 hours after it was obtained, as OAuth v4 wants it", async () => {
  const { tokens, zalo } = tokensAt(20);
  expect(await tokens.current()).toBe("AT-2");
  const [call] = zalo.calls;
  expect(call?.url).toBe("https://oauth.example/v4/oa/access_token");
  expect(call?.method).toBe("POST");
  expect(call?.headers.get("secret_key")).toBe("secret-1022");
  expect(call?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  expect(call?.body).toBe("refresh_token=RT-1&app_id=app-1022&grant_type=refresh_token");
  expect(call?.signal).toBeInstanceOf(AbortSignal);
});

it("the new pair is in the store, unlocked and with the old refresh token beside it, before it is used", async () => {
  const { tokens, store } = tokensAt(20);
  await tokens.current();
  expect(store.pair).toEqual({
    accessToken: "AT-2",
    refreshToken: "RT-2",
    previousRefreshToken: "RT-1",
    obtainedAt: atHour(20)().toISOString(),
    expiresAt: atHour(45)().toISOString(),
    version: 3,
  });
});

it.each`
  expiresIn    | usableHours
  ${"90000"}   | ${25}
  ${90000}     | ${25}
  ${"3600"}    | ${1}
  ${undefined} | ${25}
  ${"soon"}    | ${25}
`("a life of $expiresIn seconds counts as $usableHours hours", async ({ expiresIn, usableHours }) => {
  const { fetch } = oauthDouble(1, expiresIn);
  const { tokens, store } = tokensAt(20, { fetch });
  await tokens.current();
  expect(store.pair?.expiresAt).toBe(atHour(20 + usableHours)().toISOString());
});

it("twenty senders at once make one refresh, and all of them can send", async () => {
  const { tokens, zalo } = tokensAt(21);
  const given = await Promise.all(Array.from({ length: 20 }, () => tokens.current()));
  expect(zalo.calls).toHaveLength(1);
  expect(new Set(given)).toEqual(new Set(["AT-1", "AT-2"]));
});

it("twenty senders with an expired token make one refresh; the others are told to try again", async () => {
  const { tokens, zalo } = tokensAt(26);
  const given = await Promise.allSettled(Array.from({ length: 20 }, () => tokens.current()));
  expect(zalo.calls).toHaveLength(1);
  expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of given) {
    if (result.status === "rejected") expect(result.reason).toBeInstanceOf(ZaloTokenPendingError);
  }
});

it("a lock left behind by a sender that died is taken over after half a minute", async () => {
  const locked = { ...pair, refreshingUntil: new Date(start + 26 * HOUR_MS + 30_000).toISOString() };
  await expect(tokensAt(26, {}, locked).tokens.current()).rejects.toBeInstanceOf(ZaloTokenPendingError);
  const later = () => new Date(start + 26 * HOUR_MS + 30_000);
  expect(await tokensAt(26, { now: later }, locked).tokens.current()).toBe("AT-2");
});

it("a token that Zalo has refused is replaced at once, and only once for all who hold it", async () => {
  const { tokens, zalo } = tokensAt(1);
  expect(await tokens.renew("AT-1")).toBe("AT-2");
  expect(await tokens.renew("AT-1")).toBe("AT-2");
  expect(zalo.calls).toHaveLength(1);
});

it("a refused refresh token says who must do what, and asks Zalo no second time for ten minutes", async () => {
  const used = { ...pair, refreshToken: "RT-used" };
  const { tokens, zalo } = tokensAt(26, {}, used);
  await expect(tokens.current()).rejects.toThrow(ZaloConsentNeededError);
  await expect(tokens.current()).rejects.toThrow(
    "Zalo gives no access token (-14014). An administrator of the official account must grant the app access again",
  );
  expect(zalo.calls).toHaveLength(1);
});

it("while the old token works a failed refresh is a warning and not a fault", async () => {
  const warnings: string[] = [];
  const warn = (reason: string) => warnings.push(reason);
  expect(await tokensAt(21, { warn }, { ...pair, refreshToken: "RT-used" }).tokens.current()).toBe("AT-1");
  const { fetch } = vendorDouble(() => lineFault("ECONNRESET"));
  expect(await tokensAt(21, { warn, fetch }).tokens.current()).toBe("AT-1");
  expect(warnings).toEqual([
    "Zalo's token could not be refreshed: -14014",
    "Zalo's token could not be refreshed: ECONNRESET",
  ]);
});

it.each`
  fault                  | answer
  ${"a broken line"}     | ${() => lineFault("ECONNRESET")}
  ${"a server fault"}    | ${() => jsonAnswer({}, 502)}
  ${"a page of HTML"}    | ${() => new Response("<html>", { status: 200 })}
  ${"an answer without"} | ${() => jsonAnswer({})}
`("with an expired token $fault means: try again", async ({ answer }) => {
  const { fetch } = vendorDouble(answer);
  await expect(tokensAt(26, { fetch }).tokens.current()).rejects.toBeInstanceOf(ZaloTokenPendingError);
});

it("an empty store begins with the refresh token of the administrator's consent", async () => {
  const store = memoryZaloTokenStore();
  const { tokens } = tokensAt(0, { store, initialRefreshToken: "RT-1" });
  expect(await tokens.current()).toBe("AT-2");
  expect(store.pair?.refreshToken).toBe("RT-2");
  expect(await tokens.current()).toBe("AT-2");
});

it("an empty store without such a consent says so", async () => {
  const { tokens } = tokensAt(0, { store: memoryZaloTokenStore() });
  await expect(tokens.current()).rejects.toThrow(/none is stored.*set ZALO_REFRESH_TOKEN/);
});

it("a renewed consent mends a broken chain", async () => {
  const broken = { ...pair, refreshToken: "RT-used" };
  const { tokens, store } = tokensAt(26, { initialRefreshToken: "RT-1" }, broken);
  expect(await tokens.current()).toBe("AT-2");
  expect(store.pair?.refreshToken).toBe("RT-2");
});

it("the new pair reaches the store even when somebody else wrote there meanwhile", async () => {
  const store = memoryZaloTokenStore(pair);
  const zalo = oauthDouble();
  const fetch: typeof zalo.fetch = async (input, init) => {
    await store.write({ ...pair, version: 3 }, 2);
    return zalo.fetch(input, init);
  };
  const { tokens } = tokensAt(26, { store, fetch });
  expect(await tokens.current()).toBe("AT-2");
  expect(store.pair).toMatchObject({ accessToken: "AT-2", refreshToken: "RT-2", version: 4 });
});

it("neither token stands in an error", async () => {
  const { tokens } = tokensAt(26, {}, { ...pair, refreshToken: "RT-used" });
  const error = await tokens.current().catch((reason: unknown) => reason);
  expect(String(error)).not.toMatch(/RT-|AT-|secret-1022/);
});
