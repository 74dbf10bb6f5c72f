import { hasRole } from "#access/staff";
import { rawDeliverySchema } from "#contracts/raw-delivery";
import { ProblemError } from "#platform/problem";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { listQuarantine, retryQuarantined } from "./routes.ts";

/** What nobody could read, for those who mend adapters: it holds citizens' raw words, so admins alone see it. */
export function serveQuarantine(app: DeskApp, { quarantine, inboundQueue, now }: DeskApiDependencies): void {
  app.openapi(listQuarantine, async (c) => {
    if (!hasRole(c.get("user"), "admin")) throw new ProblemError("forbidden", "The quarantine is for admins");
    const { month = now().toISOString().slice(0, 7), limit } = c.req.valid("query");
    return c.json({ items: [...(await quarantine.list(month, limit))] }, 200);
  });

  app.openapi(retryQuarantined, async (c) => {
    if (!hasRole(c.get("user"), "admin")) throw new ProblemError("forbidden", "The quarantine is for admins");
    const { id } = c.req.valid("param");
    const kept = await quarantine.find(id);
    if (kept === undefined) throw new ProblemError("not-found", "Nothing of this id is in quarantine");
    const delivery = rawDeliverySchema.safeParse(jsonOf(kept.body));
    if (!delivery.success)
      throw new ProblemError("not-allowed-now", "This was never a delivery: there is nothing to read again");
    await inboundQueue.send(delivery.data);
    return c.json({ id }, 202);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
