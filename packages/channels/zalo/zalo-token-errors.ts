/** Zalo takes our refresh token no more: only an administrator of the account can grant access anew. */
export class ZaloConsentNeededError extends Error {
  override readonly name = "ZaloConsentNeededError";

  constructor(why: string, options?: ErrorOptions) {
    super(
      `Zalo gives no access token (${why}). An administrator of the official account must grant the app access again; set ZALO_REFRESH_TOKEN to the new refresh token.`,
      options,
    );
  }
}

/** A new token is being fetched, or could not be fetched just now: try again in a moment. */
export class ZaloTokenPendingError extends Error {
  override readonly name = "ZaloTokenPendingError";
}
