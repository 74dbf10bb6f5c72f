/** Our Official Account as its app console shows it. */
export interface ZaloAccount {
  readonly appId: string;
  readonly oaId: string;
  /** "OA Secret Key" of the console's webhook page: not the app secret. */
  readonly webhookSecret: string;
}
