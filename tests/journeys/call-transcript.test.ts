import { fileURLToPath } from "node:url";
import type { S3Event } from "aws-lambda";
import { expect, it } from "vitest";
import { transcriptAdapter } from "#channels/phone/transcript-adapter";
import { transcriptFileDelivery } from "#channels/phone/transcript-file";
import type { InboundMessage } from "#contracts/inbound-message";
import { type RawDelivery, rawDeliverySchema } from "#contracts/raw-delivery";
import { bedrockModel } from "#language-model/bedrock-model";
import type { LanguageModel } from "#language-model/language-model";
import { languageModelSettingsSchema } from "#language-model/language-model-settings";
import { jsonLogger } from "#platform/logger";
import { embeddedMetrics } from "#platform/metrics";
import { provinceRules } from "../../functions/province-rules.ts";
import { callGist } from "../../functions/read-transcript/call-gist.ts";
import { readTranscripts } from "../../functions/read-transcript/read-transcripts.ts";
import { understanding } from "../../functions/understand.ts";
import { deskApi } from "../fixtures/desk-api.ts";
import { doubledVendors, now } from "../local/doubled-vendors.ts";

const dongThap = fileURLToPath(new URL("../../packages/province/dong-thap", import.meta.url));
const rules = provinceRules(dongThap);
const understand = understanding(dongThap, rules.province);
const pseudonym = (value: string) => `hash-${value.slice(-2)}`;

const turn = (speaker: "agent" | "citizen", text: string) => ({ speaker, text });
const transcript = {
  language: "vi",
  turns: [
    turn("agent", "dạ tổng đài 1022 xin nghe"),
    turn("citizen", "dạ alo em ơi cho chị hỏi chút"),
    turn("agent", "dạ chị nói đi ạ"),
    turn("citizen", "nhà chị bị cúp nước hai ngày nay rồi không có nước xài"),
    turn("agent", "dạ nhà mình ở đâu chị"),
    turn("citizen", "dạ ấp tân thuận xã bình ninh"),
    turn("agent", "dạ cho em xin tên chị"),
    turn("citizen", "dạ trần thị mẫu"),
    turn("agent", "chị mẫu cho em xin số điện thoại liên hệ"),
    turn("citizen", "không chín không không không"),
    turn("agent", "dạ"),
    turn("citizen", "không không không tư tư nhờ em báo công ty nước giùm chị"),
  ],
};
const file = { call: { id: "call-44", direction: "inbound", from: "0900000033" }, transcript };
const extractive = {
  title: "Nhà chị bị cúp nước hai ngày nay rồi không có nước xài",
  summary: [
    "Nhà chị bị cúp nước hai ngày nay rồi không có nước xài",
    "Nơi xảy ra: ấp tân thuận xã bình ninh",
    "Mong muốn: nhờ em báo công ty nước giùm",
  ],
};

interface Whole {
  readonly code: string;
  readonly title: string;
  readonly summary: readonly string[];
  readonly version: number;
  readonly place: { readonly area?: string; readonly address?: string };
  readonly citizen: { readonly name?: string; readonly phone?: string };
  readonly messages: readonly { readonly heard?: object; readonly reading?: { readonly summaryBy?: string } }[];
}

/** The file lands in the bucket; what comes of it at the desk, and what was logged on the way. */
async function called(ask?: LanguageModel) {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const logger = jsonLogger(write, now);
  const queued: RawDelivery[] = [];
  const run = readTranscripts({
    logger,
    inboundQueue: { send: async (delivery) => void queued.push(rawDeliverySchema.parse(delivery)) },
    fetchObject: async (_, key) => ({ key, content: Buffer.from(JSON.stringify(file)), metadata: {} }),
    deliveryOf: async (landed) => transcriptFileDelivery(landed, { pseudonym }, now().toISOString()),
    ...(ask === undefined
      ? {}
      : { gistOf: callGist({ ask, by: "model, prompt 1", logger, metrics: embeddedMetrics(write, now) }) }),
  });
  const landed = { Records: [{ s3: { bucket: { name: "b" }, object: { key: "transcripts/call-44.json" } } }] };
  await run(landed as unknown as S3Event);
  const desk = await deskApi({ understand, chooseAgency: rules.routing.chooseAgency, pseudonym });
  const adapter = transcriptAdapter({ secret: "", pseudonym });
  const messages: InboundMessage[] = queued
    .map((delivery) => adapter.parse(delivery))
    .flatMap((parsed) => (parsed.kind === "message" ? [parsed.message] : []));
  for (const message of messages) await desk.open(message);
  const read = async (who: object) => {
    const code = (await desk.tickets.find("ticket-1"))?.code ?? "";
    return (await desk.call(who, "GET", `/desk/v1/tickets/${code}`)).body as unknown as Whole;
  };
  return { ...desk, lines, read };
}

const gist = { title: "Cúp nước hai ngày tại ấp Tân Thuận", summary: ["Hộ dân không có nước sinh hoạt hai ngày"] };

it("a call's transcript becomes a ticket with title, lines and place, and what the caller said of themselves", async () => {
  const { read, agent, officerOf, tickets } = await called();
  const seen = await read(agent);
  expect(seen).toMatchObject(extractive);
  expect(seen.place).toMatchObject({ area: "xã Bình Ninh", address: "ấp tân thuận xã bình ninh" });
  expect(seen.messages[0]?.heard).toEqual({
    name: "trần thị mẫu",
    phone: "+84900000044",
    address: "ấp tân thuận xã bình ninh",
    confirmed: false,
  });
  const head = await tickets.find("ticket-1");
  expect(JSON.stringify(head)).not.toMatch(/mẫu|không không|0900000|\+849/i);
  const officer = await read(officerOf(head?.agency ?? ""));
  expect(officer.messages[0]?.heard).toBeDefined();
});

it("an agent confirms name and number; they are the citizen's then, and no longer proposed", async () => {
  const { call, read, agent, tickets } = await called();
  const { code, version } = await read(agent);
  const path = `/desk/v1/tickets/${code}/citizen`;
  const body = { name: "Trần Thị Mẫu", phone: "0900000044" };
  expect((await call(agent, "PUT", path, body, { "if-match": `"${version + 1}"` })).status).toBe(412);
  expect((await call(agent, "PUT", path, { phone: "không" })).status).toBe(422);
  expect((await call(agent, "PUT", path, body, { "if-match": `"${version}"` })).status).toBe(200);
  const seen = await read(agent);
  expect(seen.citizen).toMatchObject({ name: "Trần Thị Mẫu", phone: "+84900000044" });
  expect(seen.messages[0]?.heard).toEqual({ address: "ấp tân thuận xã bình ninh", confirmed: false });
  expect(JSON.stringify(await tickets.find("ticket-1"))).not.toMatch(/Mẫu|0900000|\+849/);
});

it("only agents and supervisors confirm who the citizen is", async () => {
  const { call, read, agent, officerOf, tickets } = await called();
  const { code } = await read(agent);
  const agency = (await tickets.find("ticket-1"))?.agency ?? "";
  expect((await call(officerOf(agency), "PUT", `/desk/v1/tickets/${code}/citizen`, { name: "X" })).status).toBe(403);
});

it("a language model that is switched on writes title and lines, and gets no personal data for it", async () => {
  const asked: string[] = [];
  const { app } = doubledVendors();
  const settings = languageModelSettingsSchema.parse('{"modelId":"amazon.nova-lite-v1:0","region":"ap-southeast-1"}');
  const ask = bedrockModel(settings, {
    fetch: (async (url: URL, init: RequestInit) => {
      asked.push(String(init.body));
      return app.request(`/bedrock${url.pathname}`, init);
    }) as typeof globalThis.fetch,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    deadline: () => new AbortController().signal,
    now,
  });
  const { read, agent } = await called(ask);
  const seen = await read(agent);
  expect(seen.title).toBe("Mô hình: nhà chị bị cúp nước hai ngày nay rồi không có nước xài");
  expect(seen.summary).toEqual([seen.title]);
  expect(seen.messages[0]?.reading?.summaryBy).toBe("model, prompt 1");
  expect(seen.messages[0]?.heard).toMatchObject({ name: "trần thị mẫu" });
  expect(asked).toHaveLength(1);
  expect(asked.join()).not.toMatch(/trần thị|chị mẫu|không chín|0900000|không không/i);
  expect(asked.join()).toContain("cúp nước hai ngày");
});

it.each<[string, LanguageModel]>([
  ["is down", () => Promise.reject(new Error("answered 500: trần thị mẫu"))],
  ["is too slow", () => Promise.reject(new DOMException("The operation timed out", "TimeoutError"))],
  ["names a number", async () => ({ ...gist, title: "Gọi lại 0900000044" })],
])("a language model that %s costs the ticket nothing, and no log tells of the caller", async (_, ask) => {
  const { read, agent, lines } = await called(ask);
  const seen = await read(agent);
  expect(seen).toMatchObject(extractive);
  expect(seen.messages[0]?.reading?.summaryBy).toBeUndefined();
  expect(lines.join("\n")).not.toMatch(/mẫu|0900000|cúp nước/);
  expect(lines.join("\n")).toMatch(/"outcome":"(?:failed|refused)"/);
});
