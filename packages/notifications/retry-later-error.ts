/** The message could not be sent now and may be sent later: back to the queue, with its backoff. */
export class RetryLaterError extends Error {
  override readonly name = "RetryLaterError";
  /** How long the vendor, or another worker's claim, asks to wait. */
  readonly afterMs: number | undefined;

  constructor(messageId: string, reason: string, afterMs?: number) {
    super(`Message ${messageId} is to be sent later: ${reason}`);
    this.afterMs = afterMs;
  }
}
