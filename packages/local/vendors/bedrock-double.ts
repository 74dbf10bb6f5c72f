import { Hono } from "hono";
import * as z from "zod";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";
import { jsonBody } from "./json-body.ts";

const textBlock = z.strictObject({ text: z.string().min(1) });
const converseSchema = z.strictObject({
  messages: z
    .array(z.strictObject({ role: z.enum(["user", "assistant"]), content: z.array(textBlock).min(1) }))
    .min(1)
    .refine((messages) => messages[0]?.role === "user"),
  system: z.array(textBlock).optional(),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.number().int().positive().optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
    })
    .optional(),
});

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[^/]+\/bedrock\/aws4_request, SignedHeaders=[^ ]*host[^ ]*, Signature=[0-9a-f]{64}$/;
const MODEL = /^[a-z0-9-]+\.[a-z0-9.:-]+$/;

/**
 * Amazon Bedrock's Converse: a signed POST for one model, refusals as exceptions by name.
 *
 * Its "model" gives back the caller's longest turn, told as a model's, so that one sees on the desk who wrote.
 */
export function bedrockDouble({ failures }: Pick<DoubleDependencies, "failures">): Hono<DoubleEnvironment> {
  const app = new Hono<DoubleEnvironment>();
  app.use(failing("bedrock", failures, () => exception(429, "ThrottlingException", "Too many requests")));
  app.post("/model/:model/converse", async (c) => {
    if (!SIGNED.test(c.req.header("authorization") ?? "")) {
      return exception(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    if (!MODEL.test(c.req.param("model"))) {
      return exception(400, "ValidationException", "The provided model identifier is invalid.");
    }
    const asked = converseSchema.safeParse(await jsonBody(c)).data;
    if (asked === undefined) return exception(400, "ValidationException", "Malformed input request");
    const text = JSON.stringify(gistOf(asked.messages.at(-1)?.content[0]?.text ?? ""));
    return c.json({
      output: { message: { role: "assistant", content: [{ text }] } },
      stopReason: "end_turn",
      usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
      metrics: { latencyMs: 1 },
    });
  });
  return app;
}

function gistOf(call: string) {
  const said = [...call.matchAll(/^(?:Người dân|Người nói): (.+)$/gmu)].map(([, words]) => words ?? "");
  const longest = said.reduce((best, words) => (words.length > best.length ? words : best), "");
  return { title: `Mô hình: ${longest}`.slice(0, 90), summary: [`Mô hình: ${longest}`.slice(0, 190)] };
}

function exception(status: number, name: string, message: string): Response {
  return Response.json({ message }, { status, headers: { "x-amzn-errortype": name } });
}
