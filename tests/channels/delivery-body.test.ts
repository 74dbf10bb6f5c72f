import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveryBytes, deliveryText, rawDeliveryOf } from "#channels/delivery-body";
import type { WebhookRequest } from "#contracts/channel-adapter";
import { rawDeliverySchema } from "#contracts/raw-delivery";

const identity = { conversation: "sms#3f2a", messageId: "m1" };
const receivedAt = "2026-09-14T01:15:31.000Z";

const requestWith = (body: Uint8Array): WebhookRequest => ({
  method: "POST",
  path: "/webhooks/sms/vcom",
  query: "",
  headers: { "content-type": "application/json" },
  body,
});
const deliveryOf = (body: Uint8Array) => rawDeliveryOf(requestWith(body), "sms/vcom", identity, receivedAt);
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

describe("a queued body", () => {
  it("carries what the adapter needs later", () => {
    expect(deliveryOf(utf8('{"a":"đ"}'))).toEqual({
      source: "sms/vcom",
      conversation: "sms#3f2a",
      messageId: "m1",
      body: '{"a":"đ"}',
      encoding: "utf8",
      contentType: "application/json",
      receivedAt,
    });
  });

  it("keeps an event's attributes and no other header", () => {
    const headers = { "ce-id": "e1", "ce-source": "/a", authorization: "secret", "webhook-signature": "v1,x" };
    const request = { ...requestWith(utf8("{}")), headers };
    const { attributes } = rawDeliveryOf(request, "sensor", identity, receivedAt);
    expect(attributes).toEqual({ "ce-id": "e1", "ce-source": "/a" });
  });

  it.each`
    body                                 | bytes                                                | encoding    | text
    ${"UTF-8"}                           | ${utf8("Cống tắc")}                                  | ${"utf8"}   | ${"Cống tắc"}
    ${"UTF-8 with a byte order mark"}    | ${utf8("\ufeff{}")}                                  | ${"utf8"}   | ${"{}"}
    ${"a character that no queue takes"} | ${utf8("a\uffff")}                                   | ${"base64"} | ${"a\uffff"}
    ${"UTF-16"}                          | ${new Uint8Array(Buffer.from("đ\ud800", "utf16le"))} | ${"base64"} | ${undefined}
    ${"Windows-1258"}                    | ${Uint8Array.of(0x43, 0xf4, 0xec, 0x6e)}             | ${"base64"} | ${undefined}
    ${"nothing"}                         | ${new Uint8Array()}                                  | ${"utf8"}   | ${""}
  `("keeps $body as it is", ({ bytes, encoding, text }) => {
    const delivery = deliveryOf(bytes);
    expect(delivery.encoding).toBe(encoding);
    expect([...deliveryBytes(delivery)]).toEqual([...bytes]);
    expect(deliveryText(delivery)).toBe(text);
  });

  it("gives back every byte, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect([...deliveryBytes(deliveryOf(bytes))]).toEqual([...bytes]);
      }),
      { seed: 1022 },
    );
  });

  it.each`
    text                                                   | content
    ${"a transcript of a long call"}                       | ${"Cống tắc ở ấp Bình Thạnh. ".repeat(33_000)}
    ${"text whose escapes, not its bytes, pass the limit"} | ${'"'.repeat(600_000)}
  `("is packed when the queue would not take $text", ({ content }) => {
    const delivery = deliveryOf(utf8(content));
    expect(delivery.encoding).toBe("gzip-base64");
    expect(Buffer.byteLength(JSON.stringify(rawDeliverySchema.parse(delivery)))).toBeLessThan(1024 * 1024);
    expect(deliveryText(delivery)).toBe(content);
  });

  it("is not text when it claims to be packed and is not", () => {
    const delivery = { ...deliveryOf(utf8("{}")), body: "bm90IGd6aXA=", encoding: "gzip-base64" };
    expect(deliveryText(rawDeliverySchema.parse(delivery))).toBeUndefined();
  });
});
