import type { Context } from "hono";

/** The body as JSON, undefined when it is none: the vendor then says what it says to bad parameters. */
export async function jsonBody(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
