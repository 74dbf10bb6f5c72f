import { lookup } from "node:dns/promises";
import type { SESv2Client } from "@aws-sdk/client-sesv2";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { sesSender } from "#channels/email/ses-sender";
import { esmsStatusPath } from "#channels/sms/esms/esms-status-adapter";
import { esmsSender } from "#channels/sms/esms-sender";
import { webhookSender } from "#channels/webhook/webhook-sender";
import { dynamoZaloTokenStore } from "#channels/zalo/dynamo-zalo-token-store";
import { zaloSender } from "#channels/zalo/zalo-sender";
import { zaloTokens } from "#channels/zalo/zalo-tokens";
import { znsSender } from "#channels/zalo/zns-sender";
import type { OutboundChannel, Sender } from "#contracts/outbound-message";
import { logger } from "#platform/function-log";

/** Accounts and addresses of the vendors we send through. A base URL that is set stands in for the vendor's own. */
export const senderSettings = {
  TICKET_TABLE: z.string(),
  ZALO_APP_ID: z.string(),
  ZALO_OA_ID: z.string(),
  ZALO_APP_SECRET: z.string(),
  ZALO_REFRESH_TOKEN: z.string().optional(),
  ZALO_API_URL: z.url().default("https://openapi.zalo.me"),
  ZALO_OAUTH_URL: z.url().default("https://oauth.zaloapp.com"),
  ZNS_API_URL: z.url().default("https://business.openapi.zalo.me"),
  ESMS_API_URL: z.url().default("https://rest.esms.vn"),
  ESMS_API_KEY: z.string(),
  ESMS_SECRET_KEY: z.string(),
  /** Where eSMS reports deliveries to: our public address and the secret that its webhook's path carries. */
  ESMS_PRIVATE_KEY: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  ESMS_BRANDNAME: z.string().max(11, "expected a sender name of at most 11 characters").default("TD1022"),
  EMAIL_FROM: z.email().default("1022@example.vn"),
  EVENTS_WEBHOOK_SECRET: z.string(),
  /** Stands in for the origin of every webhook address; for the laptop alone. */
  WEBHOOK_BASE_URL: z.url().optional(),
  STAGE: z.string().default("dev"),
};
type Settings = z.infer<z.ZodObject<typeof senderSettings>>;

/** One sender for each channel, with its real client. */
export function senders(
  client: DynamoDBDocumentClient,
  ses: SESv2Client,
  env: Settings,
): ReadonlyMap<OutboundChannel, Sender> {
  const now = () => new Date();
  const zalo = { tokens: tokensOf(client, env), fetch, now };
  const all: Sender[] = [
    zaloSender({ ...zalo, apiUrl: env.ZALO_API_URL }),
    znsSender({ ...zalo, znsUrl: env.ZNS_API_URL, templates: {} }),
    esmsSender({
      apiUrl: env.ESMS_API_URL,
      apiKey: env.ESMS_API_KEY,
      secretKey: env.ESMS_SECRET_KEY,
      brandname: env.ESMS_BRANDNAME,
      ...esmsReports(env),
      fetch,
    }),
    sesSender({ client: ses, from: { name: "Tổng đài 1022", address: env.EMAIL_FROM } }),
    webhookSender({
      secretOf: async () => env.EVENTS_WEBHOOK_SECRET,
      addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
      allowPrivate: env.STAGE === "local",
      fetch,
      now,
    }),
  ];
  return new Map(all.map((sender) => [sender.channel, sender]));
}

function esmsReports({ PUBLIC_URL, ESMS_PRIVATE_KEY }: Settings): { statusUrl?: string } {
  if (PUBLIC_URL === undefined || ESMS_PRIVATE_KEY === undefined) return {};
  return { statusUrl: `${PUBLIC_URL}/webhooks/${esmsStatusPath(ESMS_PRIVATE_KEY)}` };
}

function tokensOf(client: DynamoDBDocumentClient, env: Settings) {
  const { ZALO_REFRESH_TOKEN: initialRefreshToken } = env;
  return zaloTokens({
    oauthUrl: env.ZALO_OAUTH_URL,
    appId: env.ZALO_APP_ID,
    appSecret: env.ZALO_APP_SECRET,
    store: dynamoZaloTokenStore(client, env.TICKET_TABLE, env.ZALO_OA_ID),
    fetch,
    now: () => new Date(),
    warn: (reason) => logger.warn("zalo token not refreshed", { reason }),
    ...(initialRefreshToken === undefined ? {} : { initialRefreshToken }),
  });
}
