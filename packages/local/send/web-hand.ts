import * as z from "zod";
import { withHeaders } from "./body-text.ts";
import type { VendorHand } from "./vendor-hand.ts";

const formSchema = z.object({
  text: z.string(),
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  location: z.unknown().optional(),
  publish: z.boolean().default(false),
  anonymous: z.boolean().default(false),
  consent: z.record(z.string(), z.boolean()).default({}),
});

/**
 * The portal's form. A sample is what waits in the queue; what the citizen's browser sent is that without the promised
 * code, and without category, area and pictures, whose names belong to one province and one day.
 */
export const webHand: VendorHand = {
  writes: (path) => path === "/webhooks/web",
  isUnsigned: true,
  renew: (request, { newId }) => withHeaders(request, { "idempotency-key": newId() }),
  sign(request) {
    const form = formSchema.parse(JSON.parse(Buffer.from(request.body).toString("utf8")));
    return { ...request, path: "/api/v1/tickets", body: Buffer.from(JSON.stringify(form), "utf8") };
  },
};
