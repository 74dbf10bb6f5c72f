import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { Hono } from "hono/tiny";
import { channelAdapters } from "#channels/channel-adapters";
import { channelSettingsOf } from "#channels/channel-settings";
import type { InboundQueue } from "#contracts/raw-delivery";
import { gatewayEvent } from "#local/http/gateway-event";
import { localSecrets } from "#local/local-secrets";
import { readSample } from "#local/send/sample";
import { asItsVendor } from "#local/send/vendor-hands";
import { jsonLogger } from "#platform/logger";
import { embeddedMetrics } from "#platform/metrics";
import { pseudonymWith } from "#platform/pseudonym";
import { channelWebhooksApp } from "../../../functions/channel-webhooks/app.ts";

export const now = () => new Date("2026-09-14T01:15:30.000Z");
const publicUrl = "http://localhost:8022";
const sampleFile = new URL("../../../events/channels/zalo/text.json", import.meta.url).pathname;

export type Lambda = (event: LambdaEvent, context: LambdaContext) => Promise<{ statusCode: number; body: string }>;

/** The deployed app behind the deployed adapter, as `handler.ts` wires it. */
export function deployedHandler(inboundQueue: InboundQueue): Lambda {
  const adapters = channelAdapters(channelSettingsOf({ ...localSecrets, PUBLIC_URL: publicUrl }), {
    pseudonym: pseudonymWith(localSecrets.PSEUDONYM_KEY),
    fetchText: async () => "",
  });
  const nowhere = () => {};
  const app = channelWebhooksApp({
    adapters,
    inboundQueue,
    logger: jsonLogger(nowhere, now),
    metrics: embeddedMetrics(nowhere, now),
    now,
  });
  return handle(app) as unknown as Lambda;
}

/**
 * The least that can be put in its place: the same Hono, the same event, a delivery of the same form on the same queue,
 * the same answer. It proves nothing and finds no sender: both are constants.
 */
export function bareHandler(inboundQueue: InboundQueue): Lambda {
  const app = new Hono();
  app.post("/webhooks/zalo", async (c) => {
    await inboundQueue.send({
      source: "zalo",
      conversation: "zalo#6620011223344550091",
      messageId: "user_send_text#5b1e00a7c3d94f210001",
      body: await c.req.text(),
      encoding: "utf8",
      contentType: "application/json",
      receivedAt: now().toISOString(),
    });
    return c.body('{"error":0}', 200, { "content-type": "application/json" });
  });
  return handle(app) as unknown as Lambda;
}

/** A text as Zalo sends it, signed, as API Gateway hands it on. */
export function signedEvent(): LambdaEvent {
  const signed = asItsVendor(readSample(sampleFile).request, {
    isFresh: false,
    isSigned: true,
    secrets: localSecrets,
    publicUrl,
    now: now(),
    newId: () => "",
  });
  const { method, path, headers, body } = signed;
  return gatewayEvent(
    {
      method,
      target: path,
      headers: [...Object.entries(headers), ["content-length", String(body.byteLength)]],
      body,
      sourceIp: "127.0.0.1",
    },
    now(),
  ) as unknown as LambdaEvent;
}
