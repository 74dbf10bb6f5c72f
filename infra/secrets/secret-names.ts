/**
 * Every secret, named as the variable that carries it on a laptop.
 *
 * Deployed, each is an SSM SecureString `/hotline1022/<stage>/<name>`, written by `npm run secrets` and read by the
 * functions that list it in `infra/constructs/function-settings.ts`.
 */
export const ownSecretNames = ["PSEUDONYM_KEY", "TRACKING_KEY", "CURSOR_KEY"] as const;

export const vendorSecretNames = [
  "ZALO_APP_ID",
  "ZALO_OA_ID",
  "ZALO_WEBHOOK_SECRET",
  "ZALO_APP_SECRET",
  "ZALO_REFRESH_TOKEN",
  "ESMS_CPID",
  "ESMS_PRIVATE_KEY",
  "ESMS_API_KEY",
  "ESMS_SECRET_KEY",
  "VCOM_CLIENT_ID",
  "VCOM_SECRET",
  "TWILIO_AUTH_TOKEN",
  "PHONE_WEBHOOK_SECRET",
  "EVENTS_WEBHOOK_SECRET",
] as const;

export type SecretName = (typeof ownSecretNames | typeof vendorSecretNames)[number];

export const parameterName = (stage: string, secret: SecretName): string => `/hotline1022/${stage}/${secret}`;
