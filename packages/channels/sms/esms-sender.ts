import * as z from "zod";
import { callVendor, type Fetch } from "#channels/call-vendor";
import { onlyGiven } from "#channels/only-given";
import { toE164 } from "#channels/phone-number";
import { readJson } from "#channels/read-json";
import { fitUnits, gsmText } from "#channels/sms/gsm-text";
import type { OutboundDelivery, Sender, SendOutcome } from "#contracts/outbound-message";

export interface EsmsSenderSettings {
  /** https://rest.esms.vn, or where the vendor double is. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly secretKey: string;
  /** The registered sender name, at most 11 characters. */
  readonly brandname: string;
  /** Where eSMS reports what became of a message, our secret in its path. */
  readonly statusUrl?: string;
  readonly fetch: Fetch;
  readonly timeoutMs?: number;
}

/** Three parts: networks cut brandname messages not far beyond, and each part is paid. */
const MOST_UNITS = 459;
const ACCEPTED = "100";
/** The RequestId is there already: an attempt whose answer we never saw was taken. */
const DUPLICATE = "124";

/** Keys, price list, balance, address: our account, not this message; mended by people, and then it goes. */
const ACCOUNT_CODES = new Set(["101", "102", "103", "140"]);
const AFTER_ACCOUNT_FAULT_MS = 15 * 60_000;
/** Blocked, no phone number, network not registered. */
const PERSON_CODES = new Set(["99", "108", "177"]);

const answerSchema = z.object({
  CodeResult: z.coerce.string(),
  SMSID: z.coerce.string().optional().catch(undefined),
});

function outcomeOf(code: string, smsId: string | undefined): SendOutcome {
  if (code === ACCEPTED) return { kind: "sent", ...onlyGiven({ vendorMessageId: smsId }) };
  if (code === DUPLICATE) return { kind: "sent" };
  const reason = `esms ${code}`;
  if (ACCOUNT_CODES.has(code)) return { kind: "retry", reason, afterMs: AFTER_ACCOUNT_FAULT_MS };
  return { kind: PERSON_CODES.has(code) ? "unreachable" : "refused", reason };
}

/** Vietnamese numbers as at home (0900...), which is how eSMS's own examples write them. */
const domestic = (phone: string) => (phone.startsWith("+84") ? `0${phone.slice(3)}` : phone.slice(1));

function requestBody(phone: string, { messageId, kind, text }: OutboundDelivery, settings: EsmsSenderSettings): string {
  const { apiKey, secretKey, brandname, statusUrl } = settings;
  return JSON.stringify({
    ApiKey: apiKey,
    SecretKey: secretKey,
    Phone: domestic(phone),
    Content: fitUnits(gsmText(text), MOST_UNITS),
    Brandname: brandname,
    SmsType: "2",
    IsUnicode: "0",
    Sandbox: "0",
    campaignid: kind,
    RequestId: messageId,
    ...(statusUrl === undefined ? {} : { CallbackUrl: statusUrl }),
  });
}

async function send(delivery: OutboundDelivery, settings: EsmsSenderSettings): Promise<SendOutcome> {
  const phone = toE164(delivery.to);
  if (phone === undefined) return { kind: "unreachable", reason: "no phone number" };
  const { apiUrl, fetch, timeoutMs = 10_000 } = settings;
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: requestBody(phone, delivery, settings) };
  const url = `${apiUrl}/MainService.svc/json/SendMultipleMessage_V4_post_json/`;
  const answer = await callVendor(fetch, url, request, timeoutMs);
  if (answer.kind !== "answer") return { kind: "retry", reason: `esms ${answer.reason}` };
  const read = answerSchema.safeParse(readJson(answer.body));
  if (!read.success) return { kind: "retry", reason: `esms HTTP ${answer.status}` };
  return outcomeOf(read.data.CodeResult, read.data.SMSID);
}

/**
 * Brandname messages of eSMS (customer care, not advertising), unaccented because one "đ" more than doubles the price.
 *
 * Trying again is always safe: our message id travels as RequestId, and eSMS takes each one once.
 */
export function esmsSender(settings: EsmsSenderSettings): Sender {
  return { channel: "sms", send: (delivery) => send(delivery, settings), wasSent: async () => "no" };
}
