import { expect, it } from "vitest";
import type { ChannelAdapter, Proof } from "#contracts/channel-adapter";
import type { RawDelivery } from "#contracts/raw-delivery";
import { jsonLogger } from "#platform/logger";
import { embeddedMetrics } from "#platform/metrics";
import { channelWebhooksApp } from "../../functions/channel-webhooks/app.ts";

const now = () => new Date("2026-09-14T01:15:30.000Z");

function webhooks(proof: Proof, options: { failing?: boolean } = {}) {
  const queued: RawDelivery[] = [];
  const lines: string[] = [];
  const adapter: ChannelAdapter = {
    channel: "zalo",
    source: "vendor",
    method: "POST",
    prove: () => proof,
    identify: () => ({ conversation: "zalo#1", messageId: "m1" }),
    answer: () => ({ status: 200, contentType: "application/json", body: "{}" }),
    parse: () => ({ kind: "ignored", reason: "not read here" }),
  };
  const send = async (delivery: RawDelivery) => {
    if (options.failing) throw new Error("+84900000022 cannot be queued");
    queued.push(delivery);
  };
  const write = (line: string) => void lines.push(line);
  const app = channelWebhooksApp({
    adapters: new Map([[adapter.source, async () => adapter]]),
    inboundQueue: { send },
    logger: jsonLogger(write, now),
    metrics: embeddedMetrics(write, now),
    now,
  });
  return {
    queued,
    lines,
    call: (body: string | Uint8Array, path = "/webhooks/vendor", method = "POST") =>
      app.request(path, { method, ...(method === "GET" ? {} : { body: body as string }) }),
  };
}

it("queues a genuine call unread and answers in the vendor's form", async () => {
  const { queued, call } = webhooks({ kind: "genuine" });
  const answer = await call('{"text":"ổ gà"}');
  expect([answer.status, await answer.text()]).toEqual([200, "{}"]);
  expect(queued).toMatchObject([
    { source: "vendor", conversation: "zalo#1", messageId: "m1", body: '{"text":"ổ gà"}', encoding: "utf8" },
  ]);
});

it.each`
  what                     | proof                                        | path                  | method    | status | code
  ${"a forged call"}       | ${{ kind: "forged", reason: "bad mac" }}     | ${"/webhooks/vendor"} | ${"POST"} | ${401} | ${"forged-signature"}
  ${"a body not JSON"}     | ${{ kind: "malformed", reason: "not JSON" }} | ${"/webhooks/vendor"} | ${"POST"} | ${400} | ${"malformed-json"}
  ${"an unknown vendor"}   | ${{ kind: "genuine" }}                       | ${"/webhooks/other"}  | ${"POST"} | ${404} | ${"unknown-vendor"}
  ${"another HTTP method"} | ${{ kind: "genuine" }}                       | ${"/webhooks/vendor"} | ${"GET"}  | ${405} | ${"not-found"}
`("answers $what with $status and queues nothing", async ({ proof, path, method, status, code }) => {
  const { queued, call } = webhooks(proof);
  const answer = await call("{}", path, method);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code, status: expect.any(Number) });
  expect(queued).toEqual([]);
});

it("answers a probe without queueing anything", async () => {
  const { queued, call } = webhooks({ kind: "probe" });
  expect((await call("")).status).toBe(200);
  expect(queued).toEqual([]);
});

it.each([1024 * 1024, 1024 * 1024 + 1])("takes 1 MiB and no more: %d bytes", async (size) => {
  const { queued, call } = webhooks({ kind: "genuine" });
  const answer = await call("a".repeat(size));
  expect(answer.status).toBe(size > 1024 * 1024 ? 413 : 200);
  expect(queued.length).toBe(size > 1024 * 1024 ? 0 : 1);
});

it("answers 500 when the queue is out of reach, so that the vendor tries again, and tells nobody whose call it was", async () => {
  const { lines, call } = webhooks({ kind: "genuine" }, { failing: true });
  const answer = await call('{"phone":"+84900000022"}');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("84900000022");
  expect(lines.join()).not.toContain("84900000022");
});
