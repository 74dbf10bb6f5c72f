import { BadRequestException, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { serve } from "@hono/node-server";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { esmsSender } from "#channels/sms/esms-sender";
import { webhookSender } from "#channels/webhook/webhook-sender";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { localSecrets } from "#local/local-secrets";
import { doubledVendors, esmsPath, sms } from "./doubled-vendors.ts";

describe("the double of SES", () => {
  it("takes a mail from the SDK's own client and refuses an address that is none", async () => {
    const { app, outbox } = doubledVendors();
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const client = new SESv2Client({ endpoint: `http://127.0.0.1:${port}/ses`, region: "local", credentials });
    const Content = { Simple: { Subject: { Data: "Quá hạn" }, Body: { Text: { Data: "DT-2026-000123-K" } } } };
    const mail = (address: string) =>
      new SendEmailCommand({ FromEmailAddress: "1022@example.vn", Destination: { ToAddresses: [address] }, Content });
    await expect(client.send(mail("an at example"))).rejects.toThrow(BadRequestException);
    expect(await client.send(mail("an@example.vn"))).toMatchObject({ MessageId: "vendor-1" });
    expect(outbox.list({ code: "DT-2026-000123-K", limit: 9 })).toMatchObject([
      { channel: "email", to: "an@example.vn" },
    ]);
    server.close();
  });

  it("refuses a call that is not signed", async () => {
    expect((await doubledVendors().post("/ses/v2/email/outbound-emails", {})).status).toBe(403);
  });
});

describe("the double of a partner's webhook", () => {
  it("takes our signed events, each id once, and refuses a signature that is not ours", async () => {
    const { fetch, outbox, post } = doubledVendors();
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
  const sender = ({ fetch }: ReturnType<typeof doubledVendors>) =>
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
    const esms = doubledVendors();
    await esms.post("/double/failures", { vendor: "esms", kind });
    expect(await sender(esms).send(delivery)).toMatchObject({ kind: "retry" });
    expect(esms.outbox.list({ limit: 10 })).toHaveLength(taken);
    expect(await sender(esms).send(delivery)).toMatchObject({ kind: "sent" });
    expect(esms.outbox.list({ limit: 10 })).toHaveLength(1);
  });

  it("happen as often as ordered, are listed, and can be called off", async () => {
    const { app, post } = doubledVendors();
    await post("/double/failures", { vendor: "esms", kind: "server-error", times: 2 });
    expect((await post(esmsPath, sms)).status).toBe(500);
    expect(await (await app.request("/double/failures")).json()).toEqual([
      { vendor: "esms", kind: "server-error", times: 1 },
    ]);
    await app.request("/double/failures", { method: "DELETE" });
    expect((await post(esmsPath, sms)).status).toBe(200);
  });

  it("of no known vendor are refused with what is expected", async () => {
    const answer = await doubledVendors().post("/double/failures", { vendor: "post-office", kind: "server-error" });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("vendor")]);
  });
});
