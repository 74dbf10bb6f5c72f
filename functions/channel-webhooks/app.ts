import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { adapterAt } from "#channels/adapter-at";
import type { ChannelAdapters } from "#channels/channel-adapters";
import { rawDeliveryOf } from "#channels/delivery-body";
import type { ChannelAdapter, WebhookAnswer, WebhookRequest } from "#contracts/channel-adapter";
import type { InboundQueue } from "#contracts/raw-delivery";
import { bodyWithin } from "#platform/body-within";
import type { Logger } from "#platform/logger";
import type { Metrics } from "#platform/metrics";
import { problemResponse } from "#platform/problem";

export interface ChannelWebhooksDependencies {
  readonly adapters: ChannelAdapters;
  readonly inboundQueue: InboundQueue;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** 1 MiB: what one message of the queue can carry. Longer transcripts come through the bucket. */
const LARGEST_BODY_BYTES = 1024 * 1024;

/** /webhooks/<channel>: prove the call is genuine, queue it unread, answer in the vendor's own form. Nothing slower. */
export function channelWebhooksApp(dependencies: ChannelWebhooksDependencies): Hono {
  const app = new Hono();
  app.all("/webhooks/*", async (c) => {
    const adapter = await adapterAt(dependencies.adapters, c.req.path.slice("/webhooks/".length))?.();
    if (adapter === undefined) return problemResponse("unknown-vendor", "No channel is connected at this address");
    if (c.req.method !== adapter.method) return methodNotAllowed(adapter);
    const body = await bodyWithin(c.req.raw, LARGEST_BODY_BYTES);
    if (body === undefined)
      return problemResponse("too-large", "A body may have 1 MiB; longer transcripts go through the bucket");
    return receive(requestOf(c, body), adapter, dependencies);
  });
  app.notFound(() => problemResponse("not-found", "Webhooks live below /webhooks/"));
  app.onError((error) => {
    dependencies.logger.error("webhook failed", { error });
    return problemResponse("internal-error", "Try again");
  });
  return app;
}

async function receive(
  request: WebhookRequest,
  adapter: ChannelAdapter,
  { inboundQueue, logger, metrics, now }: ChannelWebhooksDependencies,
): Promise<Response> {
  const { source } = adapter;
  try {
    await adapter.prepare?.(request);
  } catch (error) {
    logger.error("proof not to be had", { source, error });
    return problemResponse("unavailable", "What proves this call cannot be had now: try again");
  }
  const proof = adapter.prove(request, now());
  switch (proof.kind) {
    case "forged":
      metrics.count("webhook.forged", 1, { source });
      logger.warn("webhook refused", { source, reason: proof.reason });
      return problemResponse("forged-signature", "The call does not prove that it comes from the vendor");
    case "malformed":
      logger.warn("webhook malformed", { source, reason: proof.reason });
      return problemResponse("malformed-json", proof.reason);
    case "probe":
      await adapter.confirm?.(request);
      return responseOf(adapter.answer(request));
    case "genuine":
      await inboundQueue.send(rawDeliveryOf(request, source, adapter.identify(request), now().toISOString()));
      return responseOf(adapter.answer(request));
  }
}

function requestOf(c: Context, body: Uint8Array): WebhookRequest {
  const { method, url } = c.req;
  const path = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  const at = path.indexOf("?");
  return { method, path, query: at === -1 ? "" : path.slice(at + 1), headers: c.req.header(), body };
}

function responseOf({ status, contentType, body }: WebhookAnswer): Response {
  return new Response(body ?? null, {
    status,
    ...(contentType === undefined ? {} : { headers: { "content-type": contentType } }),
  });
}

function methodNotAllowed({ method }: ChannelAdapter): Response {
  const answer = problemResponse("not-found", `This vendor calls with ${method}`);
  return new Response(answer.body, { status: 405, headers: { ...Object.fromEntries(answer.headers), allow: method } });
}
