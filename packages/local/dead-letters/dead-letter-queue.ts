import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

export interface DeadLetterQueue {
  /** What lies there, left where it is. Of a FIFO group an emulator may show only the first. */
  show(): Promise<readonly Message[]>;
  /** Puts everything back to where it failed, and says how many. */
  redrive(): Promise<number>;
}

/** Long enough to move one message; a reader that dies leaves it visible again after this. */
const HOLD_SECONDS = 60;

/** A queue of messages that failed too often, and the queue they came from. */
export function deadLetterQueue(client: SQSClient, deadLettersUrl: string, sourceUrl: string): DeadLetterQueue {
  return {
    async show() {
      const messages: Message[] = [];
      try {
        for (;;) {
          const batch = await receive(client, deadLettersUrl);
          if (batch.length === 0) return messages;
          messages.push(...batch);
        }
      } finally {
        for (const { ReceiptHandle } of messages.toReversed()) {
          const back = { QueueUrl: deadLettersUrl, ReceiptHandle, VisibilityTimeout: 0 };
          await client.send(new ChangeMessageVisibilityCommand(back));
        }
      }
    },
    async redrive() {
      for (let moved = 0; ; ) {
        const batch = await receive(client, deadLettersUrl);
        if (batch.length === 0) return moved;
        for (const message of batch) await move(client, message, deadLettersUrl, sourceUrl);
        moved += batch.length;
      }
    },
  };
}

async function receive(client: SQSClient, QueueUrl: string): Promise<Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: HOLD_SECONDS,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    }),
  );
  return Messages;
}

/**
 * First there, then away here: a crash in between leaves the message twice, never lost.
 *
 * It keeps its group. Its deduplication id is a new one, since within five minutes the queue would swallow the old
 * one; what makes the message count once is its own key in the table.
 */
async function move(client: SQSClient, message: Message, from: string, to: string): Promise<void> {
  const { MessageGroupId, SequenceNumber } = message.Attributes ?? {};
  await client.send(
    new SendMessageCommand({
      QueueUrl: to,
      MessageBody: message.Body,
      ...(MessageGroupId === undefined ? {} : { MessageGroupId }),
      ...(SequenceNumber === undefined ? {} : { MessageDeduplicationId: `again-${message.MessageId}` }),
      ...(message.MessageAttributes === undefined ? {} : { MessageAttributes: message.MessageAttributes }),
    }),
  );
  await client.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: message.ReceiptHandle }));
}
