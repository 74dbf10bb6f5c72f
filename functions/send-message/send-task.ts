import type { OutboundMessage, OutboundTask } from "#contracts/outbound-message";
import type { Delivered } from "#notifications/deliver";
import type { RecordContext } from "#platform/each-record";
import type { Logger } from "#platform/logger";
import type { Metrics } from "#platform/metrics";

export interface SendTaskDependencies {
  readonly deliver: (messageId: string, lastReceive: boolean) => Promise<Delivered>;
  /** Tells the desk that somebody could not be told. */
  readonly alertFailure: (message: OutboundMessage) => Promise<void>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** As often as the queue hands out a message before its dead letters take it. */
const MAX_RECEIVES = 5;

/** What one message on the outbound queue makes happen. Throws for another attempt later. */
export function sendTask({ deliver, alertFailure, logger, metrics }: SendTaskDependencies) {
  return async ({ messageId }: OutboundTask, { receiveCount }: RecordContext): Promise<void> => {
    const delivered = await deliver(messageId, receiveCount >= MAX_RECEIVES);
    metrics.count(`message.${delivered.kind}`);
    logger.info("message handled", { messageId, kind: delivered.kind });
    if (delivered.kind === "failed" || delivered.kind === "unconfirmed") await alertFailure(delivered.message);
  };
}
