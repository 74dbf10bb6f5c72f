import { createHash } from "node:crypto";
import { bodyText, jsonValueIn, withBodyText, withHeaders, withJsonValue } from "./body-text.ts";
import type { VendorHand } from "./vendor-hand.ts";

/** The account that the samples are written for. */
const sampleAccount = { appId: "1022100000000000001", oaId: "1022200000000000002" };

/** Zalo: SHA-256 over app id, body, timestamp and the Official Account's secret, in a header. */
export const zaloHand: VendorHand = {
  writes: (path) => path === "/webhooks/zalo",
  renew: (request, { now, newId }) =>
    withBodyText(request, (text) =>
      withJsonValue(withJsonValue(text, "msg_id", newId()), "timestamp", String(now.getTime())),
    ),
  sign(request, { secrets }) {
    const ours = withBodyText(request, (text) =>
      text.replaceAll(sampleAccount.appId, secrets.ZALO_APP_ID).replaceAll(sampleAccount.oaId, secrets.ZALO_OA_ID),
    );
    const inBody = jsonValueIn(bodyText(ours), "timestamp");
    const timestamp = request.headers["x-zevent-timestamp"] ?? inBody ?? "";
    const mac = createHash("sha256")
      .update(secrets.ZALO_APP_ID)
      .update(ours.body)
      .update(timestamp)
      .update(secrets.ZALO_WEBHOOK_SECRET)
      .digest("hex");
    return withHeaders(ours, { "x-zevent-signature": `mac=${mac}` });
  },
};
