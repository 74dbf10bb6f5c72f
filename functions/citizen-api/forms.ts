import { createHash } from "node:crypto";
import { webFormDelivery, webMessageDelivery } from "#channels/web/web-delivery";
import type { WebFormRequest } from "#channels/web/web-form";
import { ProblemError } from "#platform/problem";
import type { CitizenApiDependencies, CitizenApp } from "./dependencies.ts";
import { addressOf, ownTicket, slowDown } from "./own-ticket.ts";
import { addMessage, openByForm } from "./routes.ts";

const DAY_MS = 86_400_000;
/** A school class behind one address may all write in the same minute; a script may not. */
const FORMS_PER_ADDRESS = 120;

/**
 * POST /api/v1/tickets and .../messages: queued, and answered with a code that is valid at once.
 *
 * The same form twice within a day, or the same Idempotency-Key, is one matter and gets one answer. It is queued
 * each time: the queue and the message's own key see to it that it counts once, and a crash in between loses nothing.
 */
export function serveForms(app: CitizenApp, dependencies: CitizenApiDependencies): void {
  const { promises, tracking, nextCode, inboundQueue, trackingUrl, now } = dependencies;
  app.openapi(openByForm, async (c) => {
    await slowDown(`form#${addressOf(c)}`, FORMS_PER_ADDRESS, 60, dependencies);
    const form = c.req.valid("json");
    refuseUnknownNames(form, dependencies);
    const at = now();
    const key = keyOf("form", c.req.header("idempotency-key") ?? JSON.stringify(form), dependencies);
    const { code, at: promisedAt } = await promises.promise(key, new Date(at.getTime() + DAY_MS), async () => {
      const fresh = await nextCode(at);
      return { code: fresh, at: at.toISOString(), phoneTailHash: tracking.phoneTailHash(fresh, form.phone) };
    });
    const trackingToken = tracking.tokenFor(code);
    const issued = { code, trackingTokenHash: tracking.hashOf(trackingToken), sentAt: new Date(promisedAt) };
    await inboundQueue.send(webFormDelivery(form, issued));
    return c.json({ code, trackingToken, trackingUrl: `${trackingUrl}/${code}?token=${trackingToken}` }, 202);
  });

  app.openapi(addMessage, async (c) => {
    const { code } = await ownTicket(c, c.req.valid("param").code, c.req.valid("query"), dependencies);
    const message = c.req.valid("json");
    const messageId = keyOf(code, c.req.header("idempotency-key") ?? JSON.stringify(message), dependencies);
    await inboundQueue.send(webMessageDelivery(message, { code, messageId, sentAt: now() }));
    return c.json({ code }, 202);
  });
}

function refuseUnknownNames({ category, area }: WebFormRequest, { categories, areas }: CitizenApiDependencies): void {
  const errors = [
    ...(category === undefined || categories.some(({ code }) => code === category)
      ? []
      : [{ path: "category", message: "expected a code of GET /api/v1/categories" }]),
    ...(area === undefined || areas.some(({ code }) => code === area)
      ? []
      : [{ path: "area", message: "expected a code of GET /api/v1/areas" }]),
  ];
  if (errors.length > 0) throw new ProblemError("invalid-input", "Some names are not known here", errors);
}

/** A keyed hash, so that neither a form nor a client's key stands in a table key in clear. */
function keyOf(scope: string, content: string, { pseudonym }: CitizenApiDependencies): string {
  return createHash("sha256")
    .update(pseudonym(`${scope}\n${content}`))
    .digest("base64url")
    .slice(0, 32);
}
