import { createHash, createHmac } from "node:crypto";
import type { VendorHand } from "./vendor-hand.ts";

/** yyyyMMddHHmmss in Vietnam. */
const vietnameseStamp = (now: Date) =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 14);

/** eSMS: a message from a short code carries an MD5 over some of its parameters; a report carries our secret. */
export const esmsHand: VendorHand = {
  writes: (path) => path === "/webhooks/sms/esms" || path.startsWith("/webhooks/sms/esms/status"),
  renew(request, { now, newId }) {
    const query = new URLSearchParams(request.query);
    if (query.has("smsid")) query.set("smsid", newId());
    if (query.has("receiverTime")) query.set("receiverTime", vietnameseStamp(now));
    return { ...request, query: query.toString() };
  },
  sign(request, { secrets }) {
    const query = new URLSearchParams(request.query);
    if (request.path.startsWith("/webhooks/sms/esms/status")) {
      query.set("secret", addressSecret(secrets.ESMS_PRIVATE_KEY, "sms/esms/status"));
      return { ...request, query: query.toString() };
    }
    query.set("cpid", secrets.ESMS_CPID);
    const signed = ["cpid", "smsid", "content", "receiverTime"].map((name) => query.get(name) ?? "").join("");
    query.set(
      "sign",
      createHash("md5")
        .update(signed + secrets.ESMS_PRIVATE_KEY, "utf8")
        .digest("hex"),
    );
    return { ...request, query: query.toString() };
  },
};

/** The secret in the addresses that we give to vendors who sign nothing. */
export function addressSecret(key: string, source: string): string {
  return createHmac("sha256", key).update(`webhooks/${source}`).digest("hex").slice(0, 40);
}
