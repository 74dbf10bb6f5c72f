import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import * as z from "zod";

const vendorSchema = z.enum(["esms", "zalo", "zalo-oauth", "zns", "ses", "webhook", "bedrock"]);
export type Vendor = z.infer<typeof vendorSchema>;

/** How the next calls of a vendor shall go wrong. */
export const failureSchema = z.strictObject({
  vendor: vendorSchema,
  /** "lost-answer": the message is taken, and then the line breaks before the answer. */
  kind: z.enum(["server-error", "lost-answer", "rate-limit"]),
  times: z.number().int().positive().default(1),
});
type Failure = z.infer<typeof failureSchema>;

/** The failures that are still to come, ordered by tests and by whoever wants to see the retries. */
export interface Failures {
  order(failure: Failure): void;
  forget(): void;
  list(): readonly Failure[];
  /** The failure for this call, used up by it. */
  take(vendor: Vendor): Failure["kind"] | undefined;
}

export function failures(): Failures {
  let pending: Failure[] = [];
  return {
    order: (failure) => void pending.push(failure),
    forget() {
      pending = [];
    },
    list: () => pending,
    take(vendor) {
      const next = pending.find((failure) => failure.vendor === vendor);
      if (next === undefined) return undefined;
      const rest = next.times > 1 ? [{ ...next, times: next.times - 1 }] : [];
      pending = pending.flatMap((failure) => (failure === next ? rest : [failure]));
      return next.kind;
    },
  };
}

export type DoubleEnvironment = { Bindings: Partial<HttpBindings> };

/** Lets the ordered failures happen to a vendor's calls. `rateLimited` is how that vendor says "too many". */
export function failing(
  vendor: Vendor,
  { take }: Failures,
  rateLimited: () => Response,
): MiddlewareHandler<DoubleEnvironment> {
  return async (c, next) => {
    const kind = take(vendor);
    if (kind === "server-error") return c.text("<html><body>Internal Server Error</body></html>", 500);
    if (kind === "rate-limit") return rateLimited();
    await next();
    if (kind === "lost-answer") {
      c.env?.incoming?.socket.destroy();
      c.res = new Response("the answer is lost", { status: 504 });
    }
    return undefined;
  };
}
