import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { channelAdapters } from "#channels/channel-adapters";
import type { ChannelSettings } from "#channels/channel-settings";
import { zaloMac } from "#channels/zalo/zalo-signature";
import type { RawDelivery } from "#contracts/raw-delivery";
import { dynamoQuarantine } from "#platform/dynamo-quarantine";
import { jsonLogger } from "#platform/logger";
import { embeddedMetrics } from "#platform/metrics";
import { pseudonymWith } from "#platform/pseudonym";
import { channelWebhooksApp } from "../../functions/channel-webhooks/app.ts";
import { deliveryOutcomes } from "../../functions/open-ticket/delivery-outcomes.ts";
import { receiveDelivery } from "../../functions/open-ticket/receive-delivery.ts";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { leaksIn, tellingText } from "../fixtures/personal-data.ts";

/** Words and numbers that no citizen writes: found anywhere they must not be, they betray a leak. */
const canary = { phone: "900000987", name: "Chimhoangyen", words: "canaryword" };
const leaks = (text: string) => Object.values(canary).filter((one) => text.toLowerCase().includes(one.toLowerCase()));

const account = { appId: "1022", oaId: "oa-1022", webhookSecret: "zalo-webhook-secret" };
const settings: ChannelSettings = {
  zaloAppId: account.appId,
  zaloOaId: account.oaId,
  zaloWebhookSecret: account.webhookSecret,
  esmsCpid: "cpid",
  esmsPrivateKey: "esms-private-key",
  vcomClientId: "vcom",
  vcomSecret: "vcom-secret",
  twilioAuthToken: "twilio-auth-token",
  publicUrl: "https://1022.example.vn",
  phoneWebhookSecret: "whsec_bG9jYWwtcGhvbmUtd2ViaG9vay1zZWNyZXQtMTAyMg==",
  eventsWebhookSecret: "whsec_bG9jYWwtZXZlbnRzLXdlYmhvb2stc2VjcmV0LTEwMjI=",
  smsTopicArns: [],
  stringeeAccountSid: undefined,
  smsKeywords: ["1022", "PA"],
  smsAcknowledgement: "1022 da nhan tin nhan.",
};

const zaloBody = (id: string, text: string) =>
  JSON.stringify({
    app_id: account.appId,
    event_name: "user_send_text",
    timestamp: "1789348530000",
    sender: { id: "77" },
    recipient: { id: account.oaId },
    message: { msg_id: id, text },
  });

it("a citizen's number, name and words stand in no log, metric, key, queue id or error", async () => {
  const line = await hotline("2026-09-14T08:15:30+07:00");
  const lines: string[] = [];
  const answers: string[] = [];
  const queued: RawDelivery[] = [];
  const now = () => new Date("2026-09-14T01:15:30.000Z");
  const write = (text: string) => void lines.push(text);
  const [logger, metrics] = [jsonLogger(write, now), embeddedMetrics(write, now)];
  const pseudonym = pseudonymWith("a key of the test");
  const adapters = channelAdapters(settings, { pseudonym, fetchText: async () => "" });
  const app = channelWebhooksApp({
    adapters,
    inboundQueue: { send: async (delivery) => void queued.push(delivery) },
    logger,
    metrics,
    now,
  });
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, { method: "POST", body, headers });
    answers.push(await answer.text());
  };

  const body = zaloBody("m1", `${canary.words}: đường hư, tôi là ${canary.name}, gọi 0${canary.phone}`);
  const mac = zaloMac(Buffer.from(body), "1789348530000", account).toString("hex");
  await post("/webhooks/zalo", body, { "x-zevent-signature": `mac=${mac}` });
  await post("/webhooks/zalo", body, { "x-zevent-signature": "mac=00" });
  await post("/webhooks/zalo", `${body.slice(0, 60)}${canary.words}`, { "x-zevent-signature": `mac=${mac}` });
  await post(`/webhooks/sms/esms?sender=84${canary.phone}&content=${canary.words}`, "");
  const broken = {
    source: "sms/esms",
    conversation: "sms#x",
    messageId: "1",
    body: `${canary.words} ${canary.phone}`,
    encoding: "utf8" as const,
    receivedAt: now().toISOString(),
  };
  const smsQuery = `sender=84${canary.phone}&content=${canary.words}+duong+hu&serviceNumber=8079&keyword=PA&sign=0&cpid=cpid&smsid=s1&receiverTime=20260914081530`;
  const sms = { ...broken, messageId: "s1", body: "", query: smsQuery };

  const quarantine = dynamoQuarantine(line.client, line.table);
  const outcomes = deliveryOutcomes({
    client: line.client,
    table: line.table,
    opening: { ...line.opening, pseudonym, rules: line.rules },
    quarantine,
    pseudonym,
  });
  for (const delivery of [...queued, sms, broken])
    await receiveDelivery(delivery, { adapters, outcomes, logger, metrics });
  await receiveDelivery({ ...broken, source: "nobody" }, { adapters, outcomes, logger, metrics }).catch(
    (error: unknown) => logger.error("failed", { error }),
  );
  await line.settle();

  const { Items = [] } = await line.client.send(new ScanCommand({ TableName: line.table }));
  const keys = Items.flatMap((item) => Object.entries(item).filter(([name]) => /^(pk|sk|gsi\d[ps]k)$/.test(name))).map(
    ([, key]) => String(key),
  );
  expect(JSON.stringify(Items)).toContain(canary.words);
  expect(Items.filter(({ pk }) => String(pk).startsWith("T#")).length).toBeGreaterThan(2);
  expect(leaks(lines.join("\n"))).toEqual([]);
  expect(leaks(answers.join("\n"))).toEqual([]);
  expect(leaks(keys.join("\n"))).toEqual([]);
  expect(leaks(queued.map(({ conversation, messageId }) => `${conversation} ${messageId}`).join("\n"))).toEqual([]);
});

it("no kind of personal data leaves a citizen's message: not into heads, ledger, alerts or anything that is told", async () => {
  const { client, table, told, say, act, at } = await hotline("2026-09-14T08:15:30+07:00");
  await say(zaloMessage("m1", tellingText));
  await say(zaloMessage("m2", `${tellingText} Nhắc lần nữa`));
  await act("ticket-1", { name: "assign", input: { agency: "ubnd-phuong-my-tho" } }, "agent");
  await at("2026-09-22T07:00:00+07:00");
  await act("ticket-1", { name: "resolve", input: { text: "Đã làm xong cả ba việc" } });
  await at("2026-09-30T07:00:00+07:00");
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  const [messages, others] = [true, false].map((ofMessages) =>
    Items.filter(({ pk, sk }) => (String(pk).startsWith("C#") && String(sk).startsWith("M#")) === ofMessages),
  );
  expect(new Set(leaksIn(messages))).toHaveLength(9);
  // the place is where somebody has to go: it may name a house, and the views mask it
  expect(leaksIn(others).filter((kind) => kind !== "house-number")).toEqual([]);
  expect(told.length).toBeGreaterThan(3);
  expect(leaksIn(told)).toEqual([]);
});
