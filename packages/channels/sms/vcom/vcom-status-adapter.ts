import * as z from "zod";
import { deliveryText } from "#channels/delivery-body";
import { epochInstant } from "#channels/epoch-instant";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import { smsReportIdentity } from "#channels/sms/sms-identity";
import { proveVcom, type VcomAccount, vcomChecksum, vcomValueSchema } from "#channels/sms/vcom/vcom-proof";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const namesSchema = z.object({ mt_code: vcomValueSchema, status: vcomValueSchema });
const signedSchema = z.object({ request_id: vcomValueSchema, mt_code: vcomValueSchema, time: vcomValueSchema });
const reportSchema = signedSchema.extend(namesSchema.shape);

const STATES: Readonly<Record<string, "delivered" | "failed" | "pending">> = {
  "1": "delivered",
  delivered: "delivered",
  success: "delivered",
  "0": "pending",
  pending: "pending",
  sent: "pending",
};
const TAKEN = JSON.stringify({ data: { code: 200, status: "success", message: "" } });

function read(delivery: RawDelivery): ParsedDelivery {
  const text = deliveryText(delivery);
  if (text === undefined) return { kind: "unreadable", reason: "the body is not UTF-8" };
  const report = reportSchema.safeParse(readJson(text));
  if (!report.success) return { kind: "unreadable", reason: "expected request_id, mt_code, status and time" };
  const { mt_code, status, time } = report.data;
  const word = status.toLowerCase();
  const state = Object.hasOwn(STATES, word) ? STATES[word] : "failed";
  if (state === undefined || state === "pending") return { kind: "ignored", reason: "not a final state" };
  const at = epochInstant(Number(time) * 1000) ?? delivery.receivedAt;
  const receipt = { source: delivery.source, vendorMessageIds: [mt_code], status: state, at };
  return {
    kind: "receipt",
    receipt: state === "failed" ? { ...receipt, reason: `status ${status.slice(0, 40)}` } : receipt,
  };
}

/**
 * V-COM's reports on messages that we sent, found by the `mt_code` that we gave them.
 *
 * V-COM's public pages describe none. This is their message form (same checksum as sending: client_id, request_id,
 * mt_code, secret, time) with a `status`; the contract with the vendor decides, and only this file changes.
 */
export function vcomStatusAdapter(account: VcomAccount): ChannelAdapter {
  const checksumOf = (json: unknown) => {
    const signed = signedSchema.safeParse(json);
    if (!signed.success) return undefined;
    const { request_id, mt_code, time } = signed.data;
    return vcomChecksum(account.clientId, request_id, mt_code, account.secret, time);
  };
  return {
    channel: "sms",
    source: "sms/vcom/status",
    method: "POST",
    prove: (request) => proveVcom(request, account, checksumOf),
    identify(request) {
      const names = namesSchema.partial().safeParse(readJson(requestText(request)));
      return smsReportIdentity(request, names.data?.mt_code, names.data?.status ?? "");
    },
    answer: () => ({ status: 200, contentType: "application/json", body: TAKEN }),
    parse: read,
  };
}
