import { createHash } from "node:crypto";
import type { ZaloAccount } from "#channels/zalo/zalo-account";
import type { WebhookRequest } from "#contracts/channel-adapter";

/** The account that the samples below `events/channels/zalo` are written for. */
export const sampleZaloAccount: ZaloAccount = {
  appId: "1022100000000000001",
  oaId: "1022200000000000002",
  webhookSecret: "zalo-webhook-secret-of-the-samples",
};

/** Signs as Zalo does, over the timestamp in the header or else the one in the body. */
export function signAsZalo({ headers, body }: WebhookRequest) {
  const inBody = /"timestamp":"?(\d+)/.exec(Buffer.from(body).toString("utf8"))?.[1];
  const timestamp = headers["x-zevent-timestamp"] ?? inBody ?? "";
  const { appId, webhookSecret } = sampleZaloAccount;
  const mac = createHash("sha256").update(appId).update(body).update(timestamp).update(webhookSecret).digest("hex");
  return { headers: { "x-zevent-signature": `mac=${mac}` } };
}
