import { readFileSync } from "node:fs";
import type { S3Event } from "aws-lambda";
import { expect, it } from "vitest";
import { readEmail } from "#channels/email/read-email";
import { transcriptFileDelivery } from "#channels/phone/transcript-file";
import type { RawDelivery } from "#contracts/raw-delivery";
import { jsonLogger } from "#platform/logger";
import { readTranscripts } from "../../functions/read-transcript/read-transcripts.ts";

const at = "2026-09-14T01:15:30.000Z";
const pseudonym = (value: string) => `hash-${value.length}`;
const created = (...keys: string[]) =>
  ({ Records: keys.map((key) => ({ s3: { bucket: { name: "b" }, object: { key } } })) }) as unknown as S3Event;

function reading(files: Readonly<Record<string, string | Uint8Array>>) {
  const queued: RawDelivery[] = [];
  const run = readTranscripts({
    logger: jsonLogger(
      () => {},
      () => new Date(at),
    ),
    inboundQueue: { send: async (delivery) => void queued.push(delivery) },
    fetchObject: async (_, key) => {
      const content = files[key];
      if (content === undefined) throw new Error("no such object");
      return { key, content: typeof content === "string" ? Buffer.from(content) : content, metadata: {} };
    },
    deliveryOf: async (file) =>
      file.key.startsWith("mail/")
        ? readEmail(file.content, { pseudonym, ownAddresses: [] }, at)
        : transcriptFileDelivery(file, { pseudonym }, at),
  });
  return { queued, run };
}

it("queues a transcript under the call that its key names", async () => {
  const { queued, run } = reading({ "transcripts/call-7.json": '{"text":"Alo","segments":[]}' });
  await run(created("transcripts/call%2D7.json"));
  expect(queued).toMatchObject([{ source: "phone/transcripts", messageId: "call#call-7" }]);
});

it("queues a mail as its writer's own words", async () => {
  const mail = readFileSync(new URL("../../events/channels/email/answer-above-a-quote.eml", import.meta.url));
  const { queued, run } = reading({ "mail/1": mail });
  await run(created("mail/1"));
  expect(queued).toMatchObject([{ source: "email" }]);
});

it("leaves other files alone", async () => {
  const { queued, run } = reading({ "recordings/1.wav": "RIFF" });
  await run(created("recordings/1.wav"));
  expect(queued).toEqual([]);
});

it("fails the event when a file cannot be fetched, so that it is sent again", async () => {
  const { run } = reading({});
  await expect(run(created("transcripts/gone.json"))).rejects.toThrow();
});
