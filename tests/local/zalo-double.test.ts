import { describe, expect, it } from "vitest";
import { zaloSender } from "#channels/zalo/zalo-sender";
import { zaloTokens } from "#channels/zalo/zalo-tokens";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { localSecrets } from "#local/local-secrets";
import { memoryZaloTokenStore } from "../channels/memory-zalo-token-store.ts";
import { doubledVendors, now } from "./doubled-vendors.ts";

describe("the double of Zalo", () => {
  const token = async (
    { post }: ReturnType<typeof doubledVendors>,
    refresh: string = localSecrets.ZALO_REFRESH_TOKEN,
  ) => {
    const body = `refresh_token=${refresh}&app_id=${localSecrets.ZALO_APP_ID}&grant_type=refresh_token`;
    const headers = { "content-type": "application/x-www-form-urlencoded", secret_key: localSecrets.ZALO_APP_SECRET };
    return (await (await post("/zalo-oauth/v4/oa/access_token", body, headers)).json()) as Record<string, string>;
  };
  const text = (words: string, user_id = "6620011223344550091") => ({
    recipient: { user_id },
    message: { text: words },
  });

  it("gives a refresh token's successor once", async () => {
    const zalo = doubledVendors();
    const { refresh_token = "" } = await token(zalo);
    expect(await token(zalo, refresh_token)).toMatchObject({ access_token: expect.any(String), expires_in: "90000" });
    expect(await token(zalo, refresh_token)).toMatchObject({ error: -14014 });
  });

  it.each`
    what                          | body                               | access     | error
    ${"a good message"}           | ${text("Xin chào")}                | ${"ours"}  | ${0}
    ${"2,000 characters"}         | ${text("đ".repeat(2000))}          | ${"ours"}  | ${0}
    ${"2,001 characters"}         | ${text("đ".repeat(2001))}          | ${"ours"}  | ${-210}
    ${"a message without text"}   | ${{ recipient: { user_id: "1" } }} | ${"ours"}  | ${-201}
    ${"a body that is not JSON"}  | ${"text"}                          | ${"ours"}  | ${-201}
    ${"a token of somebody else"} | ${text("Xin chào")}                | ${"other"} | ${-216}
  `("answers $what with HTTP 200 and error $error", async ({ body, access, error }) => {
    const zalo = doubledVendors();
    const { access_token = "" } = await token(zalo);
    const answer = await zalo.post("/zalo/v3.0/oa/message/cs", body, {
      access_token: access === "ours" ? access_token : access,
    });
    expect([answer.status, await answer.json()]).toMatchObject([200, { error }]);
  });

  it.each([
    ["closed", -230],
    ["blocked", -213],
    ["open", 0],
  ])("refuses a citizen whose window is %s with %d", async (state, error) => {
    const zalo = doubledVendors();
    const { access_token = "" } = await token(zalo);
    await zalo.post("/double/zalo-window", { userId: "6620011223344550091", state });
    const answer = await zalo.post("/zalo/v3.0/oa/message/cs", text("Xin chào"), { access_token });
    expect(await answer.json()).toMatchObject({ error });
  });

  it("tells a sender that died what it had sent", async () => {
    const zalo = doubledVendors();
    const tokens = zaloTokens({
      oauthUrl: "/zalo-oauth",
      appId: localSecrets.ZALO_APP_ID,
      appSecret: localSecrets.ZALO_APP_SECRET,
      initialRefreshToken: localSecrets.ZALO_REFRESH_TOKEN,
      store: memoryZaloTokenStore(),
      fetch: zalo.fetch,
      now,
    });
    const sender = zaloSender({ tokens, fetch: zalo.fetch, apiUrl: "/zalo", now });
    const delivery: OutboundDelivery = {
      messageId: "m",
      kind: "reply",
      to: "6620011223344550091",
      text: "Đã sửa xong.",
    };
    const since = { ...delivery, attemptedAt: now().toISOString() };
    expect(await sender.wasSent(since)).toBe("no");
    await zalo.post("/double/failures", { vendor: "zalo", kind: "lost-answer" });
    await expect(sender.send(delivery)).rejects.toThrow("may have taken");
    expect(await sender.wasSent(since)).toBe("yes");
  });
});
