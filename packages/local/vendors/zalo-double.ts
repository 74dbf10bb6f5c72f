import { Hono } from "hono";
import * as z from "zod";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";
import { jsonBody } from "./json-body.ts";
import type { ZaloTokensDouble } from "./zalo-tokens-double.ts";
import type { ZaloWindows } from "./zalo-window.ts";

export interface ZaloDoubleDependencies extends DoubleDependencies {
  readonly tokens: ZaloTokensDouble;
  readonly windows: ZaloWindows;
}

const messageSchema = z.object({ text: z.string().min(1) });
const toUserSchema = z.object({ recipient: z.object({ user_id: z.string().min(1) }), message: messageSchema });
const toVisitorSchema = z.object({
  recipient: z.object({ anonymous_id: z.string().min(1), conversation_id: z.string().min(1) }),
  message: messageSchema,
});
const historySchema = z.object({
  user_id: z.string(),
  offset: z.number().int().nonnegative().default(0),
  count: z.number().int().positive().max(10).default(10),
});

const LONGEST_TEXT = 2000;
const refused = (error: number, message: string) => Response.json({ error, message });

/** Zalo's OA API: consultation messages, answers to visitors, and the history of a conversation. Errors are HTTP 200. */
export function zaloDouble(dependencies: ZaloDoubleDependencies): Hono<DoubleEnvironment> {
  const { failures, tokens, windows, outbox, newId } = dependencies;
  const app = new Hono<DoubleEnvironment>();
  app.use(failing("zalo", failures, () => refused(-32, "Your application reached limit call api")));
  app.use(async (c, next) => {
    if (tokens.isAccessToken(c.req.header("access_token") ?? "")) return next();
    return refused(-216, "Access token is invalid");
  });
  app.post("/v3.0/oa/message/cs", async (c) => {
    const read = toUserSchema.safeParse(await jsonBody(c));
    if (!read.success) return refused(-201, "recipient or message is invalid!");
    const userId = read.data.recipient.user_id;
    return refusalBy(windows.stateOf(userId)) ?? take(userId, read.data, dependencies);
  });
  app.post("/v2.0/oa/message", async (c) => {
    const read = toVisitorSchema.safeParse(await jsonBody(c));
    if (!read.success) return refused(-201, "recipient or message is invalid!");
    const { anonymous_id, conversation_id } = read.data.recipient;
    return take(`${anonymous_id}:${conversation_id}`, read.data, dependencies);
  });
  app.get("/v2.0/oa/conversation", (c) => {
    const read = historySchema.safeParse(jsonOf(c.req.query("data")));
    if (!read.success) return refused(-201, "data is invalid!");
    return c.json({
      data: historyOf(read.data, outbox, dependencies.accounts.zalo.oaId),
      error: 0,
      message: "Success",
    });
  });
  app.notFound(() => refused(404, `You are accessing an empty or invalid API (${newId()})`));
  return app;
}

function refusalBy(state: ReturnType<ZaloWindows["stateOf"]>): Response | undefined {
  if (state === "closed") return refused(-230, "User has not interacted with the OA in the past 7 days");
  return state === "blocked" ? refused(-213, "User has not followed OA") : undefined;
}

function take(to: string, payload: { message: { text: string } }, { outbox, newId, now }: ZaloDoubleDependencies) {
  const { text } = payload.message;
  if (text.length > LONGEST_TEXT) return refused(-210, "message.text exceeds allowable limit");
  const message_id = newId();
  outbox.add({ vendor: "zalo", channel: "zalo", to, text, vendorMessageId: message_id, payload });
  const quota = { quota_type: "reply", remain: "8", total: "8" };
  const data = { message_id, user_id: to, sent_time: String(now().getTime()), quota };
  return Response.json({ data, error: 0, message: "Success" });
}

function historyOf(
  { user_id, offset, count }: z.infer<typeof historySchema>,
  outbox: DoubleDependencies["outbox"],
  oaId: string,
) {
  const sent = outbox.list({ channel: "zalo", to: user_id, limit: offset + count }).slice(offset);
  return sent.map(({ vendorMessageId: message_id, at, text: message }) => ({
    src: 0,
    time: Date.parse(at),
    type: "text",
    message,
    message_id,
    from_id: oaId,
    to_id: user_id,
  }));
}

function jsonOf(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
