import type { S3Event } from "aws-lambda";
import type { TranscriptFile } from "#channels/phone/transcript-file";
import type { WrittenGist } from "#contracts/gist";
import type { InboundQueue, RawDelivery } from "#contracts/raw-delivery";
import type { Logger } from "#platform/logger";

export interface ReadTranscriptsDependencies {
  readonly fetchObject: (bucket: string, key: string) => Promise<TranscriptFile>;
  /** Undefined: the file is neither a transcript nor a mail. */
  readonly deliveryOf: (file: TranscriptFile) => Promise<RawDelivery | undefined>;
  /** What the call is about, where a language model is switched on; it never throws. */
  readonly gistOf?: (delivery: RawDelivery) => Promise<WrittenGist | undefined>;
  readonly inboundQueue: InboundQueue;
  readonly logger: Logger;
}

/**
 * Queues each file the event names. A file that cannot be fetched fails the event, which is sent again; what was
 * queued before is then queued once more, under the same identity.
 */
export function readTranscripts(dependencies: ReadTranscriptsDependencies) {
  const { fetchObject, deliveryOf, gistOf, inboundQueue, logger } = dependencies;
  return async ({ Records }: S3Event): Promise<void> => {
    for (const { s3 } of Records) {
      // in an S3 notification the key is URL-encoded, with plus signs for blanks
      const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
      const delivery = await deliveryOf(await fetchObject(s3.bucket.name, key));
      if (delivery === undefined) {
        logger.info("object ignored", { reason: "neither a transcript nor a mail" });
        continue;
      }
      const gist = await gistOf?.(delivery);
      await inboundQueue.send(gist === undefined ? delivery : { ...delivery, gist });
    }
  };
}
