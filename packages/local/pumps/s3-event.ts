import type { _Object as StoredObject } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";

/** "Object created" as S3 tells a function. The key is URL-encoded there, with plus signs for blanks. */
export function s3Event(bucket: string, { Key = "", Size = 0, ETag = "", LastModified }: StoredObject): S3Event {
  const encodedKey = encodeURIComponent(Key).replaceAll("%20", "+").replaceAll("%2F", "/");
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: "local",
        eventTime: (LastModified ?? new Date(0)).toISOString(),
        eventName: "ObjectCreated:Put",
        userIdentity: { principalId: "local" },
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: { "x-amz-request-id": "local", "x-amz-id-2": "local" },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "local",
          bucket: { name: bucket, ownerIdentity: { principalId: "local" }, arn: `arn:aws:s3:::${bucket}` },
          object: { key: encodedKey, size: Size, eTag: ETag.replaceAll('"', ""), sequencer: "0" },
        },
      },
    ],
  };
}
