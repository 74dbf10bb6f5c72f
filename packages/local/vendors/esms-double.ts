import { Hono } from "hono";
import * as z from "zod";
import { gsmUnits } from "#platform/sms-segments";
import type { DoubleDependencies } from "./double-dependencies.ts";
import { type DoubleEnvironment, failing } from "./failures.ts";
import { jsonBody } from "./json-body.ts";

const text = z.string();
const sendSchema = z.object({
  ApiKey: text,
  SecretKey: text,
  Phone: text,
  Content: text.min(1),
  Brandname: text.optional(),
  SmsType: text,
  IsUnicode: text.default("0"),
  RequestId: text.optional(),
  CallbackUrl: text.optional(),
});
type Send = z.infer<typeof sendSchema>;

/** Three segments: what operators take with a brandname. */
const LONGEST_UNITS = { "0": 459, "1": 201 } as const;

const answer = (CodeResult: string, rest: object = {}) => Response.json({ CodeResult, CountRegenerate: 0, ...rest });

/** eSMS (ViHAT): keys, number, brandname, length and request id are looked at; errors come with HTTP 200. */
export function esmsDouble(dependencies: DoubleDependencies): Hono<DoubleEnvironment> {
  const { accounts, failures, outbox } = dependencies;
  const app = new Hono<DoubleEnvironment>();
  app.use(failing("esms", failures, () => new Response("Too Many Requests", { status: 429 })));
  app.post("/MainService.svc/json/SendMultipleMessage_V4_post_json/", async (c) => {
    const read = sendSchema.safeParse(await jsonBody(c));
    if (!read.success) return answer("110", { ErrorMessage: "Data is not valid" });
    const error = refusal(read.data, accounts.esms);
    if (error !== undefined) return answer(error[0], { ErrorMessage: error[1] });
    if (isKnown(read.data, outbox)) return answer("124", { ErrorMessage: "RequestId is duplicated" });
    return answer("100", { SMSID: take(read.data, dependencies) });
  });
  return app;
}

function take(send: Send, { outbox, newId, report }: DoubleDependencies): string {
  const vendorMessageId = newId();
  const { ApiKey: _, SecretKey: __, ...payload } = send;
  const mine = send.RequestId === undefined ? {} : { messageId: send.RequestId };
  const words = { to: e164(send.Phone), text: send.Content, ...mine };
  outbox.add({ vendor: "esms", channel: "sms", ...words, vendorMessageId, payload });
  const callback = send.CallbackUrl ?? "";
  if (URL.canParse(callback)) report?.(deliveryReport(callback, send, vendorMessageId));
  return vendorMessageId;
}

/** A RequestId is taken once. */
function isKnown({ RequestId }: Send, outbox: DoubleDependencies["outbox"]): boolean {
  if (RequestId === undefined) return false;
  return outbox.find(({ vendor, messageId }) => vendor === "esms" && messageId === RequestId) !== undefined;
}

/** eSMS tells of a delivery by a GET of the address that came with the message. */
function deliveryReport(callbackUrl: string, { Phone, RequestId = "" }: Send, SMSID: string): string {
  const url = new URL(callbackUrl);
  const delivered = { SendStatus: "5", SendSuccess: "1", SendFailed: "0", TotalReceiver: "1", TotalSent: "1" };
  const report = { SMSID, ...delivered, RequestId, TypeId: "2", telcoid: "1", phonenumber: Phone };
  for (const [name, value] of Object.entries(report)) url.searchParams.set(name, value);
  return url.href;
}

function refusal(send: Send, { apiKey, secretKey }: { apiKey: string; secretKey: string }) {
  if (send.ApiKey !== apiKey || send.SecretKey !== secretKey) return ["101", "Authorize Failed"] as const;
  if (!/^(84|0)[235789]\d{8,9}$/.test(send.Phone)) return ["108", "Phone is not valid"] as const;
  if (send.SmsType !== "2" && send.SmsType !== "8") return ["118", "SmsType is not supported"] as const;
  if (send.SmsType === "2" && !isBrandname(send.Brandname)) return ["104", "Brandname does not exist"] as const;
  return isTooLong(send) ? (["110", "Content is not valid"] as const) : undefined;
}

/** At most eleven letters, digits and a few signs, never an accent. */
const isBrandname = (name = ""): boolean => /^[A-Za-z0-9 ._-]{1,11}$/.test(name);

function isTooLong({ Content, IsUnicode }: Send): boolean {
  if (IsUnicode === "1") return Content.length > LONGEST_UNITS["1"];
  const units = gsmUnits(Content);
  return units === undefined || units > LONGEST_UNITS["0"];
}

const e164 = (phone: string): string => `+84${phone.replace(/^(84|0)/, "")}`;
