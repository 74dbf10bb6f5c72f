import { createHash } from "node:crypto";
import { jsonValueIn, withBodyText, withJsonValue } from "./body-text.ts";
import type { VendorHand } from "./vendor-hand.ts";

/**
 * V-COM: SHA-256 in base64 over client id, request id, phone, secret and time, in the body itself; a report has the
 * code of our message where a message has the phone.
 */
export const vcomHand: VendorHand = {
  writes: (path) => path.startsWith("/webhooks/sms/vcom"),
  renew: (request, { now, newId }) =>
    withBodyText(request, (text) => {
      const requestId = String(Number.parseInt(newId().slice(0, 12), 16));
      return withJsonValue(
        withJsonValue(text, "request_id", requestId),
        "time",
        String(Math.floor(now.getTime() / 1000)),
      );
    }),
  sign(request, { secrets }) {
    const about = request.path.endsWith("/status") ? "mt_code" : "phone";
    return withBodyText(request, (text) => {
      const ours = withJsonValue(text, "client_id", secrets.VCOM_CLIENT_ID);
      const value = (name: string) => jsonValueIn(ours, name) ?? "";
      const signed = `${value("client_id")}${value("request_id")}${value(about)}${secrets.VCOM_SECRET}${value("time")}`;
      return withJsonValue(ours, "checksum", createHash("sha256").update(signed, "utf8").digest("base64"));
    });
  },
};
