import { expect, it } from "vitest";
import { deliveryText, rawDeliveryOf } from "#channels/delivery-body";
import { zaloAdapter } from "#channels/zalo/zalo-adapter";
import type { WebhookRequest } from "#contracts/channel-adapter";
import { sampleZaloAccount, signAsZalo } from "./zalo-samples.ts";

const adapter = zaloAdapter(sampleZaloAccount);
const MEBIBYTE = 1024 * 1024;
const { appId, oaId } = sampleZaloAccount;

const call = (text: string): WebhookRequest => {
  const body = new TextEncoder().encode(text);
  const request = { method: "POST", path: "/webhooks/zalo", query: "", headers: {}, body };
  return { ...request, headers: signAsZalo(request).headers };
};
const parse = (request: WebhookRequest) =>
  adapter.parse(rawDeliveryOf(request, "zalo", adapter.identify(request), "2026-09-14T01:15:31.000Z"));
const event = (message: string) =>
  `{"app_id":"${appId}","event_name":"user_send_text","timestamp":"1789348530000","sender":{"id":"6620011223344550091"},"recipient":{"id":"${oaId}"},"message":${message}}`;

it.each`
  body                                         | text
  ${"nested half a million deep"}              | ${"[".repeat(MEBIBYTE / 2) + "]".repeat(MEBIBYTE / 2)}
  ${"nested deep beside long digits"}          | ${`{"a":1234567890123456789,"b":${"[".repeat(400_000)}${"]".repeat(400_000)}}`}
  ${"of one mebibyte of blanks"}               | ${" ".repeat(MEBIBYTE)}
  ${"of one mebibyte of zeros"}                | ${`[1234567890123456789${",0".repeat(MEBIBYTE / 2 - 20)}]`}
  ${"of one mebibyte of digits"}               | ${"7".repeat(MEBIBYTE)}
  ${"with an event_name of a mebibyte"}        | ${`{"event_name":"${"a_".repeat(MEBIBYTE / 2)}"}`}
  ${"with a mebibyte of blanks as its text"}   | ${event(`{"msg_id":"m1","text":"${" ".repeat(MEBIBYTE)}"}`)}
  ${"with half a mebibyte of combining marks"} | ${event(`{"msg_id":"m1","text":"e${"\u0323\u0302".repeat(100_000)}"}`)}
  ${"with 20,000 attachments"}                 | ${event(`{"msg_id":"m1","attachments":[${Array(20_000).fill('{"type":"image","payload":{"url":"https://x.example/1"}}').join(",")}]}`)}
`("a body $body is judged in seconds and without a fault", { timeout: 10_000 }, ({ text }) => {
  const request = call(text);
  adapter.prove(request, new Date("2026-09-14T01:15:31.000Z"));
  expect(adapter.identify(request)).toEqual(adapter.identify(request));
  expect(parse(request).kind).toMatch(/^(message|ignored|unreadable)$/);
});

it("a delivery sent again is the same message, so nothing new comes of it", () => {
  const first = call(event('{"msg_id":"m1","text":"Cây đổ"}'));
  const again = { ...first, headers: { ...first.headers, num_retry: "4" } };
  expect(adapter.prove(again, new Date("2026-09-14T03:00:00.000Z"))).toEqual({ kind: "genuine" });
  expect(adapter.identify(again)).toEqual(adapter.identify(first));
  expect(parse(again)).toEqual(parse(first));
});

it("an echo of our own sending is another message than the one with its id", () => {
  const asUser = call(event('{"msg_id":"m1","text":"Cây đổ"}'));
  const asEcho = call(event('{"msg_id":"m1","text":"Cây đổ"}').replace("user_send_text", "oa_send_text"));
  expect(adapter.identify(asEcho).messageId).not.toBe(adapter.identify(asUser).messageId);
});

it.each`
  ids                          | message
  ${"of 500 characters"}       | ${`{"msg_id":"${"m".repeat(500)}","conversation_id":"${"c".repeat(400)}","text":"x"}`}
  ${"with blanks and slashes"} | ${'{"msg_id":"a b/../c","conversation_id":"x y","text":"x"}'}
  ${"with half a character"}   | ${'{"msg_id":"\\ud800","conversation_id":"c","text":"x"}'}
`("ids $ids become an identity that a queue takes", ({ message }) => {
  const { conversation, messageId } = adapter.identify(call(event(message)));
  expect(conversation).toMatch(/^zalo#[\w.:-]{1,60}$/);
  expect(messageId).toMatch(/^[\w.:@#-]{1,64}$/);
  expect(`${conversation}#${messageId}`.length).toBeLessThanOrEqual(128);
});

it("keys that name an object's own machinery leave no trace in it", () => {
  parse(call('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"event_name":"follow"}'));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("the body that is queued is the body that was signed, byte for byte", () => {
  const request = call(event('{"msg_id":"m1","text":"Ca\\u0302y \\/ đổ"}'));
  const delivery = rawDeliveryOf(request, "zalo", adapter.identify(request), "2026-09-14T01:15:31.000Z");
  expect(deliveryText(delivery)).toBe(new TextDecoder().decode(request.body));
});

it("no reason repeats what a citizen wrote", () => {
  const parsed = parse(call('{"event_name":"Nguyễn Văn Thử 0900000185"}'));
  expect(JSON.stringify(parsed)).not.toMatch(/Thử|0900000185/);
});

it("Zalo gets its own form of thanks, for a redelivery as well", () => {
  expect(adapter.answer(call("{}"))).toEqual({ status: 200, contentType: "application/json", body: '{"error":0}' });
});
