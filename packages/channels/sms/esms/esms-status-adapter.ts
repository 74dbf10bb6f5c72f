import * as z from "zod";
import { readJson } from "#channels/read-json";
import { smsReportIdentity } from "#channels/sms/sms-identity";
import { carriesUrlSecret, urlSecret } from "#channels/url-secret";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const SOURCE = "sms/esms/status";
const REJECTED = "4";
const FINISHED = "5";

/** The path below /webhooks/ for the `CallbackUrl` of an outgoing eSMS message. eSMS signs nothing: its end is a secret. */
export function esmsStatusPath(privateKey: string): string {
  return `${SOURCE}/${urlSecret(privateKey, SOURCE)}`;
}

/** Zalo's code of the failure, out of a JSON text inside a JSON text. Never its message: it may quote a person. */
function errorCode(errorInfo: string | null): string | undefined {
  const once = readJson(errorInfo ?? "");
  const value = typeof once === "string" ? readJson(once) : once;
  const read = z.object({ error: z.union([z.number(), z.string().max(20)]) }).safeParse(value);
  return read.success ? String(read.data.error) : undefined;
}

/** Finished (5) alone is not delivered: a message that failed finishes too. */
function read(delivery: RawDelivery): ParsedDelivery {
  const given = new URLSearchParams(delivery.query ?? "");
  const [id, status] = [given.get("SMSID"), given.get("SendStatus")];
  if (!id || !status) return { kind: "unreadable", reason: "expected the parameters SMSID and SendStatus" };
  if (status !== FINISHED && status !== REJECTED) return { kind: "ignored", reason: "not a final state" };
  const receipt = { source: delivery.source, vendorMessageIds: [id], at: delivery.receivedAt };
  if (status === FINISHED && Number(given.get("SendSuccess")) > 0) {
    return { kind: "receipt", receipt: { ...receipt, status: "delivered" } };
  }
  const reason = errorCode(given.get("error_info")) ?? (status === REJECTED ? "rejected" : "not delivered");
  return { kind: "receipt", receipt: { ...receipt, status: "failed", reason } };
}

/** eSMS's reports on messages that we sent: a GET, repeated up to five times when we are slow. */
export function esmsStatusAdapter({ privateKey }: { readonly privateKey: string }): ChannelAdapter {
  const secret = urlSecret(privateKey, SOURCE);
  return {
    channel: "sms",
    source: SOURCE,
    method: "GET",
    prove: (request) =>
      carriesUrlSecret(request, secret)
        ? { kind: "genuine" }
        : { kind: "forged", reason: "the address does not carry our secret" },
    identify(request) {
      const given = new URLSearchParams(request.query);
      return smsReportIdentity(request, given.get("SMSID"), `${given.get("SendStatus")}-${given.get("SendSuccess")}`);
    },
    answer: () => ({ status: 200 }),
    parse: read,
  };
}
