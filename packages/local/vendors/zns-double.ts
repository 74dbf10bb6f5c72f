import { Hono } from "hono";
import * as z from "zod";
import { type DoubleEnvironment, failing } from "./failures.ts";
import { jsonBody } from "./json-body.ts";
import type { ZaloDoubleDependencies } from "./zalo-double.ts";

const sendSchema = z.object({
  phone: z.string(),
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.string().min(1)),
  tracking_id: z.string().max(48).optional(),
});
type Send = z.infer<typeof sendSchema>;

const refused = (error: number, message: string) => Response.json({ error, message, data: null });
/** No kind of template parameter may be longer. */
const LONGEST_PARAMETER = 400;

/** Zalo's templates by phone number (ZNS). Errors are HTTP 200. */
export function znsDouble({ failures, tokens, outbox, newId, now }: ZaloDoubleDependencies): Hono<DoubleEnvironment> {
  const app = new Hono<DoubleEnvironment>();
  app.use(failing("zns", failures, () => refused(-32, "Your application reached limit call api")));
  app.post("/message/template", async (c) => {
    if (!tokens.isAccessToken(c.req.header("access_token") ?? "")) return refused(-124, "Access token is invalid");
    const read = sendSchema.safeParse(await jsonBody(c));
    if (!read.success) return refused(-132, "Parameter invalid");
    const refusal = refusalOf(read.data);
    if (refusal !== undefined) return refusal;
    const msg_id = newId();
    outbox.add({ ...wordsOf(read.data), vendorMessageId: msg_id });
    const quota = { dailyQuota: "5000", remainingQuota: "4999" };
    const data = { msg_id, sent_time: String(now().getTime()), sending_mode: "1", quota };
    return c.json({ error: 0, message: "Success", data });
  });
  return app;
}

function refusalOf({ phone, template_data }: Send): Response | undefined {
  if (!/^84[35789]\d{8}$/.test(phone)) return refused(-108, "Phone number is invalid");
  const isTooLong = Object.values(template_data).some((value) => value.length > LONGEST_PARAMETER);
  return isTooLong ? refused(-1121, "Template data is too long") : undefined;
}

function wordsOf(payload: Send) {
  const { phone, template_data, tracking_id } = payload;
  const text = Object.values(template_data).join(" · ");
  const mine = tracking_id === undefined ? {} : { messageId: tracking_id };
  return { vendor: "zns", channel: "zns", to: `+${phone}`, text, ...mine, payload } as const;
}
