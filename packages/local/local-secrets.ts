/**
 * The accounts of the local system where the environment names none: good for the vendor double and for
 * `npm run send`, worth nothing anywhere else.
 */
export const localSecrets = {
  ZALO_APP_ID: "1022100000000000001",
  ZALO_OA_ID: "1022200000000000002",
  ZALO_WEBHOOK_SECRET: "local-zalo-webhook-secret",
  ZALO_APP_SECRET: "local-zalo-app-secret",
  ZALO_REFRESH_TOKEN: "local-zalo-refresh-token",
  ESMS_CPID: "DT1022CP",
  ESMS_PRIVATE_KEY: "local-esms-private-key",
  ESMS_API_KEY: "local-esms-api-key",
  ESMS_SECRET_KEY: "local-esms-secret-key",
  ESMS_BRANDNAME: "TD1022",
  VCOM_CLIENT_ID: "dt1022",
  VCOM_SECRET: "local-vcom-secret",
  TWILIO_AUTH_TOKEN: "local-twilio-auth-token",
  PHONE_WEBHOOK_SECRET: "whsec_bG9jYWwtcGhvbmUtd2ViaG9vay1zZWNyZXQtMTAyMg==",
  EVENTS_WEBHOOK_SECRET: "whsec_bG9jYWwtZXZlbnRzLXdlYmhvb2stc2VjcmV0LTEwMjI=",
  PSEUDONYM_KEY: "local-pseudonym-key-of-1022-not-for-deployment",
  TRACKING_KEY: "local-tracking-key-of-1022-not-for-deployment",
  CURSOR_KEY: "local-cursor-key-of-1022-not-for-deployment",
  EMAIL_FROM: "1022@example.vn",
} as const;

export type LocalSecrets = Record<keyof typeof localSecrets, string>;

/** The local accounts, with what the environment says taking their place. */
export function localSecretsWith(variables: Readonly<Record<string, string | undefined>>): LocalSecrets {
  const pairs = Object.entries(localSecrets).map(([name, value]) => [name, variables[name] || value]);
  return Object.fromEntries(pairs);
}
