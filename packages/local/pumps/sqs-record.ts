import type { Message } from "@aws-sdk/client-sqs";
import type { SQSMessageAttributes, SQSRecord, SQSRecordAttributes } from "aws-lambda";

/** A received message as Lambda hands it to a function. */
export function sqsRecord(message: Message, queueArn: string, region: string): SQSRecord {
  const {
    MessageId = "",
    ReceiptHandle = "",
    Body = "",
    Attributes = {},
    MessageAttributes = {},
    MD5OfBody = "",
  } = message;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "0",
      ...Attributes,
    } satisfies SQSRecordAttributes,
    messageAttributes: lambdaAttributes(MessageAttributes),
    md5OfBody: MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}

function lambdaAttributes(attributes: NonNullable<Message["MessageAttributes"]>): SQSMessageAttributes {
  const pairs = Object.entries(attributes).map(([name, { DataType = "String", StringValue }]) => [
    name,
    { dataType: DataType, ...(StringValue === undefined ? {} : { stringValue: StringValue }) },
  ]);
  return Object.fromEntries(pairs);
}
