import * as z from "zod";

const resultSchema = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** An answer ready for the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** What API Gateway says when a function fails, or gives something that is no answer. */
export const failedAnswer: HttpAnswer = jsonAnswer(500, { message: "Internal Server Error" });

/** A function's result as an HTTP API sends it on. Without a status it is taken as the body of a 200. */
export function gatewayAnswer(result: unknown): HttpAnswer {
  if (typeof result !== "object" || result === null || !("statusCode" in result)) return jsonAnswer(200, result ?? "");
  const read = resultSchema.safeParse(result);
  if (!read.success) return failedAnswer;
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded = false } = read.data;
  return {
    status: statusCode,
    headers: [
      ...Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
      ...cookies.map((cookie) => ["set-cookie", cookie] as const),
    ],
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
}

export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value), "utf8");
  return { status, headers: [["content-type", "application/json"]], body };
}
