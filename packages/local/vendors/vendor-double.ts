import { Hono } from "hono";
import * as z from "zod";
import { bedrockDouble } from "./bedrock-double.ts";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { esmsDouble } from "./esms-double.ts";
import { type DoubleEnvironment, failureSchema } from "./failures.ts";
import { jsonBody } from "./json-body.ts";
import { sesDouble } from "./ses-double.ts";
import { webhookDouble } from "./webhook-double.ts";
import { zaloDouble } from "./zalo-double.ts";
import { zaloTokensDouble } from "./zalo-tokens-double.ts";
import { zaloWindowSchema, zaloWindows } from "./zalo-window.ts";
import { znsDouble } from "./zns-double.ts";

const querySchema = z.object({
  channel: z.string().optional(),
  to: z.string().optional(),
  code: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
  before: z.string().optional(),
});

/**
 * All vendors in one place, each below its name: they check what the real one checks and answer in its form.
 *
 * `/double` is for those who run it: what was taken, and which failures and closed windows are wanted.
 */
export function vendorDouble(tokensFile: string, dependencies: DoubleDependencies): Hono<DoubleEnvironment> {
  const tokens = zaloTokensDouble(tokensFile, dependencies);
  const windows = zaloWindows();
  const zalo = { ...dependencies, tokens, windows };
  const app = new Hono<DoubleEnvironment>();
  app.route("/esms", esmsDouble(dependencies));
  app.route("/zalo-oauth", tokens.app);
  app.route("/zalo", zaloDouble(zalo));
  app.route("/zns", znsDouble(zalo));
  app.route("/ses", sesDouble(dependencies));
  app.route("/webhook", webhookDouble(dependencies));
  app.route("/bedrock", bedrockDouble(dependencies));
  app.get("/double/outbox", (c) => {
    const read = querySchema.safeParse(c.req.query());
    return read.success ? c.json(dependencies.outbox.list(given(read.data))) : wrong(c.req.path, read.error);
  });
  app.get("/double/failures", (c) => c.json(dependencies.failures.list()));
  app.delete("/double/failures", (c) => {
    dependencies.failures.forget();
    return c.body(null, 204);
  });
  app.post("/double/failures", async (c) => {
    const read = failureSchema.safeParse(await jsonBody(c));
    if (!read.success) return wrong(c.req.path, read.error);
    dependencies.failures.order(read.data);
    return c.body(null, 204);
  });
  app.post("/double/zalo-window", async (c) => {
    const read = zaloWindowSchema.safeParse(await jsonBody(c));
    if (!read.success) return wrong(c.req.path, read.error);
    windows.set(read.data);
    return c.body(null, 204);
  });
  return app;
}

function given({ limit, ...rest }: z.infer<typeof querySchema>) {
  const present = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), limit };
}

function wrong(path: string, error: z.ZodError): Response {
  return new Response(`${path}: ${z.prettifyError(error)}\n`, { status: 400 });
}
