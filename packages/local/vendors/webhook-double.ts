import { Hono } from "hono";
import { Webhook } from "standardwebhooks";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";

/** A partner that takes our signed webhooks: refuses a wrong signature, takes a repeated id once. */
export function webhookDouble({ accounts, failures, outbox, newId }: DoubleDependencies): Hono<DoubleEnvironment> {
  const app = new Hono<DoubleEnvironment>();
  const tooMany = () => new Response("Too Many Requests", { status: 429, headers: { "retry-after": "1" } });
  app.use(failing("webhook", failures, tooMany));
  app.post("/*", async (c) => {
    const body = await c.req.text();
    const event = verified(accounts.webhookSecret, body, c.req.header());
    if (event === undefined) return c.text("The signature is wrong", 401);
    const messageId = c.req.header("webhook-id") ?? "";
    const isKnown = outbox.find((received) => received.vendor === "webhook" && received.messageId === messageId);
    if (isKnown === undefined) {
      const to = new URL(c.req.url).pathname;
      outbox.add({
        vendor: "webhook",
        channel: "webhook",
        to,
        text: body,
        messageId,
        vendorMessageId: newId(),
        payload: event,
      });
    }
    return c.body(null, 204);
  });
  return app;
}

function verified(secret: string, body: string, headers: Record<string, string>): unknown {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch {
    return undefined;
  }
}
