import type { LocalSecrets } from "../local-secrets.ts";

/** The accounts that the vendor double knows; a call that proves another one is refused as the vendor would. */
export interface DoubleAccounts {
  readonly esms: { readonly apiKey: string; readonly secretKey: string };
  readonly zalo: {
    readonly appId: string;
    readonly appSecret: string;
    readonly oaId: string;
    /** The one from the administrator's consent. */
    readonly refreshToken: string;
  };
  /** Of our signed webhooks to partners and supervisors. */
  readonly webhookSecret: string;
}

type AccountSecrets = Pick<
  LocalSecrets,
  | "ESMS_API_KEY"
  | "ESMS_SECRET_KEY"
  | "ZALO_APP_ID"
  | "ZALO_APP_SECRET"
  | "ZALO_OA_ID"
  | "ZALO_REFRESH_TOKEN"
  | "EVENTS_WEBHOOK_SECRET"
>;

/** Our accounts at the doubled vendors, out of the secrets that the functions send with. */
export function doubleAccounts(secrets: AccountSecrets): DoubleAccounts {
  return {
    esms: { apiKey: secrets.ESMS_API_KEY, secretKey: secrets.ESMS_SECRET_KEY },
    zalo: {
      appId: secrets.ZALO_APP_ID,
      appSecret: secrets.ZALO_APP_SECRET,
      oaId: secrets.ZALO_OA_ID,
      refreshToken: secrets.ZALO_REFRESH_TOKEN,
    },
    webhookSecret: secrets.EVENTS_WEBHOOK_SECRET,
  };
}
