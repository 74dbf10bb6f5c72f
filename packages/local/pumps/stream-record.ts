import type { AttributeValue, _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord, AttributeValue as LambdaAttribute } from "aws-lambda";

type Item = Record<string, AttributeValue>;

/** A stream's record as Lambda hands it to a function. */
export function dynamodbRecord({ eventID, eventName, eventVersion, dynamodb, awsRegion }: StreamRecord, arn: string) {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, SequenceNumber, SizeBytes, StreamViewType } =
    dynamodb ?? {};
  const record: DynamoDBRecord = {
    eventSource: "aws:dynamodb",
    eventSourceARN: arn,
    awsRegion: awsRegion ?? "local",
    eventVersion: eventVersion ?? "1.1",
    dynamodb: {
      ApproximateCreationDateTime: (ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
      SequenceNumber: SequenceNumber ?? "",
      SizeBytes: SizeBytes ?? 0,
      StreamViewType: StreamViewType ?? "NEW_AND_OLD_IMAGES",
      ...lambdaItem("Keys", Keys),
      ...lambdaItem("NewImage", NewImage),
      ...lambdaItem("OldImage", OldImage),
    },
    ...(eventID === undefined ? {} : { eventID }),
    ...(eventName === undefined ? {} : { eventName }),
  };
  return record;
}

function lambdaItem(name: "Keys" | "NewImage" | "OldImage", item: Item | undefined) {
  if (item === undefined) return {};
  return { [name]: Object.fromEntries(Object.entries(item).map(([key, value]) => [key, lambdaValue(value)])) };
}

/** The same marshalled form; only bytes travel as base64. DynamoDB Local's stream writes an empty map as `{}`. */
function lambdaValue(value: AttributeValue): LambdaAttribute {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString("base64") };
  if (value.BS !== undefined) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString("base64")) };
  if (value.L !== undefined) return { L: value.L.map(lambdaValue) };
  if (value.M !== undefined) {
    return { M: Object.fromEntries(Object.entries(value.M).map(([key, inner]) => [key, lambdaValue(inner)])) };
  }
  return value as LambdaAttribute;
}
