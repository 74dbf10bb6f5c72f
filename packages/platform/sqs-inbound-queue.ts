import type { InboundQueue } from "#contracts/raw-delivery";
import { awsCall } from "#platform/aws-call";
import { queueId } from "#platform/queue-id";

/**
 * The FIFO queue of inbound deliveries: one writer for each conversation.
 *
 * The deduplication id carries the conversation, so it is unique in the whole queue (some emulators look no closer); it
 * also makes a send whose answer was lost safe to repeat. Signed by hand: a cold webhook would wait for the SDK.
 */
export function sqsInboundQueue(QueueUrl: string, now: () => Date): InboundQueue {
  return {
    async send(delivery) {
      const input = {
        QueueUrl,
        MessageBody: JSON.stringify(delivery),
        MessageGroupId: queueId(delivery.conversation),
        MessageDeduplicationId: queueId(`${delivery.conversation}#${delivery.messageId}`),
      };
      const contentType = "application/x-amz-json-1.0";
      await awsCall({ service: "sqs", target: "AmazonSQS.SendMessage", contentType, input }, now);
    },
  };
}
