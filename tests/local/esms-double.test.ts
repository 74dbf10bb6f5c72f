import { describe, expect, it } from "vitest";
import { esmsStatusAdapter } from "#channels/sms/esms/esms-status-adapter";
import { localSecrets } from "#local/local-secrets";
import { doubledVendors, esmsPath, now, sms } from "./doubled-vendors.ts";

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
    const { post, outbox } = doubledVendors();
    const answer = await post(esmsPath, { ...sms, ...change });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ CodeResult: code });
    expect(outbox.list({ limit: 10 })).toHaveLength(code === "100" ? 1 : 0);
  });

  it("takes a RequestId once, over a restart too, and keeps no key", async () => {
    const first = doubledVendors();
    await first.post(esmsPath, sms);
    expect(await (await first.post(esmsPath, sms)).json()).toMatchObject({ CodeResult: "124" });
    const restarted = doubledVendors(first.folder);
    expect(await (await restarted.post(esmsPath, sms)).json()).toMatchObject({ CodeResult: "124" });
    const taken = restarted.outbox.list({ limit: 10 });
    expect(taken).toMatchObject([{ channel: "sms", to: "+84900000022", messageId: "message-1" }]);
    expect(JSON.stringify(taken)).not.toContain(localSecrets.ESMS_SECRET_KEY);
  });
});

it("eSMS's double reports what was delivered in the form that our webhook reads", async () => {
  const { post, reports } = doubledVendors();
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
