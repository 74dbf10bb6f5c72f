import { Hono } from "hono";
import * as z from "zod";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";
import { jsonBody } from "./json-body.ts";

const addresses = z.array(z.string()).default([]);
const content = z.object({ Data: z.string() });
const sendSchema = z.object({
  FromEmailAddress: z.string().min(3),
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  Content: z.object({
    Simple: z.object({ Subject: content, Body: z.object({ Text: content.optional(), Html: content.optional() }) }),
  }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string().max(256) })).default([]),
});
type Send = z.infer<typeof sendSchema>;

const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const MOST_RECIPIENTS = 50;

/** Amazon SES v2 as the SDK calls it: a signed POST, refusals as exceptions by name. */
export function sesDouble({ failures, outbox, newId }: DoubleDependencies): Hono<DoubleEnvironment> {
  const app = new Hono<DoubleEnvironment>();
  app.use(failing("ses", failures, () => exception(429, "TooManyRequestsException", "Maximum sending rate exceeded")));
  app.post("/v2/email/outbound-emails", async (c) => {
    if (!c.req.header("authorization")?.startsWith("AWS4-HMAC-SHA256 ")) {
      return exception(403, "MissingAuthenticationTokenException", "The call is not signed");
    }
    const read = sendSchema.safeParse(await jsonBody(c));
    if (!read.success) return exception(400, "BadRequestException", "The message is incomplete");
    const to = recipients(read.data);
    if (to.length === 0 || to.length > MOST_RECIPIENTS || !to.every((one) => address.test(one))) {
      return exception(400, "BadRequestException", "Illegal address");
    }
    const MessageId = newId();
    outbox.add({
      vendor: "ses",
      channel: "email",
      to: to.join(","),
      vendorMessageId: MessageId,
      ...wordsOf(read.data),
    });
    return c.json({ MessageId });
  });
  return app;
}

function recipients({ Destination: { ToAddresses, CcAddresses, BccAddresses } }: Send): string[] {
  return [...ToAddresses, ...CcAddresses, ...BccAddresses].map((one) => /<(.+)>$/.exec(one.trim())?.[1] ?? one.trim());
}

function wordsOf(send: Send) {
  const { Subject, Body } = send.Content.Simple;
  const tag = send.EmailTags.find(({ Name }) => /^message-?id$/i.test(Name));
  return {
    subject: Subject.Data,
    text: Body.Text?.Data ?? Body.Html?.Data ?? "",
    ...(tag === undefined ? {} : { messageId: tag.Value }),
    payload: send,
  };
}

function exception(status: number, name: string, message: string): Response {
  return Response.json({ message }, { status, headers: { "x-amzn-errortype": name } });
}
