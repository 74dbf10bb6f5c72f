import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { esmsStatusAdapter } from "#channels/sms/esms/esms-status-adapter";
import { esmsSender } from "#channels/sms/esms-sender";
import { webhookSender } from "#channels/webhook/webhook-sender";
import { zaloSender } from "#channels/zalo/zalo-sender";
import { zaloTokens } from "#channels/zalo/zalo-tokens";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { localSecrets } from "#local/local-secrets";
import { doubleOutbox } from "#local/vendors/double-outbox";
import { failures } from "#local/vendors/failures";
import { vendorDouble } from "#local/vendors/vendor-double";
import { memoryZaloTokenStore } from "../channels/memory-zalo-token-store.ts";

const now = () => new Date("2026-09-14T01:15:30.000Z");

/** A vendor double on a folder of its own, and the calls that reach it without a network. */
function double(folder = mkdtempSync(join(tmpdir(), "double-"))) {
  let ids = 0;
  const reports: string[] = [];
  const outbox = doubleOutbox(join(folder, "outbox.jsonl"), now);
  const app = vendorDouble(join(folder, "zalo-tokens.json"), {
    accounts: {
      esms: { apiKey: localSecrets.ESMS_API_KEY, secretKey: localSecrets.ESMS_SECRET_KEY },
      zalo: {
        appId: localSecrets.ZALO_APP_ID,
        appSecret: localSecrets.ZALO_APP_SECRET,
        oaId: localSecrets.ZALO_OA_ID,
        refreshToken: localSecrets.ZALO_REFRESH_TOKEN,
      },
      webhookSecret: localSecrets.EVENTS_WEBHOOK_SECRET,
    },
    outbox,
    failures: failures(),
    now,
    newId: () => `vendor-${++ids}`,
    report: (url) => void reports.push(url),
  });
  const fetch = (async (url: string | URL, init?: RequestInit) =>
    app.request(String(url), init)) as typeof globalThis.fetch;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  return { app, outbox, fetch, post, folder, reports };
}

const sms = {
  ApiKey: localSecrets.ESMS_API_KEY,
  SecretKey: localSecrets.ESMS_SECRET_KEY,
  Phone: "0900000022",
  Content: "1022 da nhan phan anh. Ma DT-2026-000123-K",
  Brandname: "TD1022",
  SmsType: "2",
  IsUnicode: "0",
  RequestId: "message-1",
};
const esmsPath = "/esms/MainService.svc/json/SendMultipleMessage_V4_post_json/";

describe("the double of eSMS", () => {
  it.each`
    what                             | change                             | code
    ${"a good message"}              | ${{}}                              | ${"100"}
    ${"wrong keys"}                  | ${{ SecretKey: "other" }}          | ${"101"}
    ${"a brandname of 12 letters"}   | ${{ Brandname: "TONGDAI10222" }}   | ${"104"}
    ${"an accented brandname"}       | ${{ Brandname: "TĐ1022" }}         | ${"104"}
    ${"no brandname"}                | ${{ Brandname: undefined }}        | ${"104"}
    ${"a phone number that is none"} | ${{ Phone: "113" }}                | ${"108"}
    ${"accents that are not said"}   | ${{ Content: "Đã nhận phản ánh" }} | ${"110"}
    ${"more than three segments"}    | ${{ Content: "a".repeat(460) }}    | ${"110"}
    ${"a number instead of a text"}  | ${{ SmsType: 2 }}                  | ${"110"}
    ${"another type of message"}     | ${{ SmsType: "1" }}                | ${"118"}
  `("answers $what with HTTP 200 and code $code", async ({ change, code }) => {
    const { post, outbox } = double();
    const answer = await post(esmsPath, { ...sms, ...change });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ CodeResult: code });
    expect(outbox.list({ limit: 10 })).toHaveLength(code === "100" ? 1 : 0);
  });

  it("takes a RequestId once, over a restart too, and keeps no key", async () => {
    const first = double();
    await first.post(esmsPath, sms);
    expect(await (await first.post(esmsPath, sms)).json()).toMatchObject({ CodeResult: "124" });
    const restarted = double(first.folder);
    expect(await (await restarted.post(esmsPath, sms)).json()).toMatchObject({ CodeResult: "124" });
    const taken = restarted.outbox.list({ limit: 10 });
    expect(taken).toMatchObject([{ channel: "sms", to: "+84900000022", messageId: "message-1" }]);
    expect(JSON.stringify(taken)).not.toContain(localSecrets.ESMS_SECRET_KEY);
  });
});

it("eSMS's double reports what was delivered in the form that our webhook reads", async () => {
  const { post, reports } = double();
  await post(esmsPath, { ...sms, CallbackUrl: "http://localhost:8022/webhooks/sms/esms/status/a-secret" });
  await post(esmsPath, { ...sms, RequestId: "message-2" });
  expect(reports).toHaveLength(1);
  const [report = ""] = reports;
  const parsed = esmsStatusAdapter({ privateKey: localSecrets.ESMS_PRIVATE_KEY }).parse({
    source: "sms/esms/status",
    conversation: "sms#report",
    messageId: "report",
    body: "",
    encoding: "utf8",
    query: new URL(report).search.slice(1),
    receivedAt: now().toISOString(),
  });
  expect(parsed).toMatchObject({ kind: "receipt", receipt: { status: "delivered", vendorMessageIds: ["vendor-1"] } });
});

describe("the double of Zalo", () => {
  const token = async ({ post }: ReturnType<typeof double>, refresh: string = localSecrets.ZALO_REFRESH_TOKEN) => {
    const body = `refresh_token=${refresh}&app_id=${localSecrets.ZALO_APP_ID}&grant_type=refresh_token`;
    const headers = { "content-type": "application/x-www-form-urlencoded", secret_key: localSecrets.ZALO_APP_SECRET };
    return (await (await post("/zalo-oauth/v4/oa/access_token", body, headers)).json()) as Record<string, string>;
  };
  const text = (words: string, user_id = "6620011223344550091") => ({
    recipient: { user_id },
    message: { text: words },
  });

  it("gives a refresh token's successor once", async () => {
    const zalo = double();
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
    const zalo = double();
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
    const zalo = double();
    const { access_token = "" } = await token(zalo);
    await zalo.post("/double/zalo-window", { userId: "6620011223344550091", state });
    const answer = await zalo.post("/zalo/v3.0/oa/message/cs", text("Xin chào"), { access_token });
    expect(await answer.json()).toMatchObject({ error });
  });

  it("tells a sender that died what it had sent", async () => {
    const zalo = double();
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

describe("the double of SES", () => {
  it("takes a mail from the SDK's own client and refuses an address that is none", async () => {
    const { app, outbox, post } = double();
    const mail = {
      FromEmailAddress: "Tổng đài 1022 <1022@example.vn>",
      Destination: { ToAddresses: ["an@example.vn"] },
      Content: { Simple: { Subject: { Data: "Quá hạn" }, Body: { Text: { Data: "DT-2026-000123-K" } } } },
    };
    expect((await post("/ses/v2/email/outbound-emails", mail)).status).toBe(403);
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=local" };
    const to = (address: string) => ({ ...mail, Destination: { ToAddresses: [address] } });
    const refused = await post("/ses/v2/email/outbound-emails", to("an at example"), headers);
    expect([refused.status, refused.headers.get("x-amzn-errortype")]).toEqual([400, "BadRequestException"]);
    expect((await post("/ses/v2/email/outbound-emails", mail, headers)).status).toBe(200);
    expect(outbox.list({ code: "DT-2026-000123-K", limit: 1 })).toMatchObject([
      { channel: "email", to: "an@example.vn" },
    ]);
    expect(app).toBeDefined();
    expect(SESv2Client).toBeDefined();
  });
});

describe("the double of a partner's webhook", () => {
  it("takes our signed events, each id once, and refuses a signature that is not ours", async () => {
    const { fetch, outbox, post } = double();
    const sender = webhookSender({
      secretOf: async () => localSecrets.EVENTS_WEBHOOK_SECRET,
      addressesOf: async () => [],
      allowPrivate: true,
      fetch: ((url: string, init: RequestInit) => fetch(new URL(url).pathname, init)) as typeof globalThis.fetch,
      now: () => new Date(),
    });
    const delivery: OutboundDelivery = {
      messageId: "event-1",
      kind: "integration",
      to: "http://127.0.0.1/webhook/partner",
      text: "",
      payload: { id: "event-1" },
    };
    expect(await sender.send(delivery)).toEqual({ kind: "sent" });
    expect(await sender.send(delivery)).toEqual({ kind: "sent" });
    expect(outbox.list({ limit: 10 })).toHaveLength(1);
    const at = new Date();
    const signature = new Webhook("whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldCwgbm90IG91cnM=").sign("event-2", at, "{}");
    const headers = { "webhook-id": "event-2", "webhook-timestamp": String(Math.floor(at.getTime() / 1000)) };
    expect((await post("/webhook/partner", "{}", { ...headers, "webhook-signature": signature })).status).toBe(401);
  });
});

describe("ordered failures", () => {
  const delivery: OutboundDelivery = { messageId: "message-1", kind: "alert", to: "+84900000022", text: "Qua han" };
  const sender = ({ fetch }: ReturnType<typeof double>) =>
    esmsSender({
      apiUrl: "/esms",
      apiKey: localSecrets.ESMS_API_KEY,
      secretKey: localSecrets.ESMS_SECRET_KEY,
      brandname: "TD1022",
      fetch,
    });

  it.each`
    kind              | taken
    ${"server-error"} | ${0}
    ${"rate-limit"}   | ${0}
    ${"lost-answer"}  | ${1}
  `("$kind: the sender tries again, and the message is taken once in the end", async ({ kind, taken }) => {
    const esms = double();
    await esms.post("/double/failures", { vendor: "esms", kind });
    expect(await sender(esms).send(delivery)).toMatchObject({ kind: "retry" });
    expect(esms.outbox.list({ limit: 10 })).toHaveLength(taken);
    expect(await sender(esms).send(delivery)).toMatchObject({ kind: "sent" });
    expect(esms.outbox.list({ limit: 10 })).toHaveLength(1);
  });

  it("happen as often as ordered, are listed, and can be called off", async () => {
    const { app, post } = double();
    await post("/double/failures", { vendor: "esms", kind: "server-error", times: 2 });
    expect((await post(esmsPath, sms)).status).toBe(500);
    expect(await (await app.request("/double/failures")).json()).toEqual([
      { vendor: "esms", kind: "server-error", times: 1 },
    ]);
    await app.request("/double/failures", { method: "DELETE" });
    expect((await post(esmsPath, sms)).status).toBe(200);
  });

  it("of no known vendor are refused with what is expected", async () => {
    const answer = await double().post("/double/failures", { vendor: "post-office", kind: "server-error" });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("vendor")]);
  });
});
