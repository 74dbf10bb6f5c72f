import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawDeliveryOf } from "#channels/delivery-body";
import type { ChannelAdapter, WebhookRequest } from "#contracts/channel-adapter";
import { inboundMessageSchema } from "#contracts/inbound-message";
import { parsedDeliverySchema } from "#contracts/parsed-delivery";
import { type ChannelSample, channelSamples } from "./channel-samples.ts";

/** What the vendor adds to a request to prove it: headers, or a new query string. */
export type Sign = (request: WebhookRequest) => {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
};

const receivedAt = "2026-09-14T01:15:31.000Z";
const phoneNumber = /(?<!\d)(?:\+?84|0)[235789]\d{8}(?!\d)/;

function signed(request: WebhookRequest, sign: Sign): WebhookRequest {
  const { headers = {}, query = request.query } = sign(request);
  return { ...request, query, headers: { ...request.headers, ...headers } };
}

function parse(adapter: ChannelAdapter, request: WebhookRequest) {
  return adapter.parse(rawDeliveryOf(request, adapter.source, adapter.identify(request), receivedAt));
}

function expectSoundAnswers(adapter: ChannelAdapter, request: WebhookRequest) {
  adapter.prove(request, new Date(receivedAt));
  const identity = adapter.identify(request);
  expect(identity.conversation.startsWith(`${adapter.channel}#`)).toBe(true);
  expect(identity.messageId).not.toBe("");
  expect(adapter.identify(request)).toEqual(identity);
  const parsed = parse(adapter, request);
  expect(parsedDeliverySchema.parse(parsed)).toEqual(parsed);
}

function readsAsExpected(adapter: ChannelAdapter, sample: ChannelSample, sign: Sign) {
  const request = sample.sign ? signed(sample.request, sign) : sample.request;
  const { proof, identity, parsed } = sample.expected;
  expect(adapter.prove(request, new Date(receivedAt))).toEqual(proof);
  if (proof.kind === "genuine") expect(sample.expected).toHaveProperty("parsed");
  if (identity !== undefined) expect(adapter.identify(request)).toEqual(identity);
  if (parsed !== undefined) expect(parse(adapter, request)).toEqual(parsed);
}

function keepsMessagesWhole(adapter: ChannelAdapter, { request, expected }: ChannelSample) {
  if (expected.parsed?.kind !== "message") return;
  const { message } = expected.parsed;
  expect(inboundMessageSchema.parse(message)).toEqual(message);
  expect(message.text).toBe(message.text.normalize("NFC"));
  expect(message.conversation).toBe(adapter.identify(request).conversation);
}

/**
 * What every channel promises, checked over the samples below `events/channels/<folder>`.
 *
 * A sample is `{request: {method, path, query?, headers?, body?|bodyBase64?}, sign?, note?}`, its `.expected.json` is
 * `{proof, identity?, parsed?}`. With `"sign": true` the request is signed by `sign` first, as the vendor would.
 */
export function keepsTheAdapterContract(adapter: ChannelAdapter, folder: string, sign: Sign = () => ({})): void {
  const samples = channelSamples(folder);

  describe(`${adapter.source} adapter`, () => {
    it.each(samples)("reads $name as its expected file says", (sample) => {
      readsAsExpected(adapter, sample, sign);
      keepsMessagesWhole(adapter, sample);
    });

    it.each(samples)("names the sender of $name without a phone number, a redelivery the same", ({ request }) => {
      const identity = adapter.identify(request);
      expect(identity.conversation.startsWith(`${adapter.channel}#`)).toBe(true);
      expect(`${identity.conversation} ${identity.messageId}`).not.toMatch(phoneNumber);
      expect(adapter.identify({ ...request, headers: { ...request.headers, num_retry: "2" } })).toEqual(identity);
    });

    it.each(samples.filter(({ sign: isSigned }) => isSigned))("refuses $name without a signature", ({ request }) => {
      expect(adapter.prove(request, new Date(receivedAt)).kind).not.toBe("genuine");
    });

    it("refuses a request that carries no proof at all", () => {
      const request = { method: adapter.method, path: `/webhooks/${adapter.source}`, query: "", headers: {} };
      const body = new TextEncoder().encode('{"text":"x"}');
      expect(["forged", "malformed"]).toContain(adapter.prove({ ...request, body }, new Date(receivedAt)).kind);
    });

    it("neither throws nor leaves its list of outcomes, whatever the body", () => {
      const bodies = fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.oneof(fc.json(), fc.string()).map((text) => new TextEncoder().encode(text)),
        brokenCopies(samples),
      );
      const query = fc.oneof(fc.constant(""), fc.webQueryParameters());
      fc.assert(
        fc.property(bodies, query, (body, text) => {
          const path = `/webhooks/${adapter.source}`;
          expectSoundAnswers(adapter, { method: adapter.method, path, query: text, headers: {}, body });
        }),
        { numRuns: 200, seed: 1022 },
      );
    });
  });
}

/** A sample's body, cut short or with one byte changed. */
function brokenCopies(samples: readonly ChannelSample[]) {
  const bodies = samples.map(({ request }) => request.body).filter((body) => body.length > 0);
  const original = fc.constantFrom(...(bodies.length > 0 ? bodies : [new TextEncoder().encode("{}")]));
  return fc.tuple(original, fc.nat(), fc.nat(255), fc.boolean()).map(([body, at, byte, cut]) => {
    const index = at % body.length;
    return cut ? body.slice(0, index) : body.with(index, byte);
  });
}
