import type { SQSEvent, SQSRecord } from "aws-lambda";
import { expect, it } from "vitest";
import * as z from "zod";
import { eachRecord } from "#platform/each-record";
import { jsonLogger } from "#platform/logger";

const logger = jsonLogger(
  () => {},
  () => new Date(0),
);

function sqsRecord(messageId: string, body: unknown, group?: string): SQSRecord {
  const attributes = {
    ApproximateReceiveCount: "1",
    ...(group === undefined ? {} : { MessageGroupId: group, SequenceNumber: messageId }),
  };
  return {
    messageId,
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes,
  } as unknown as SQSRecord;
}
const event = (...Records: SQSRecord[]): SQSEvent => ({ Records });
const schema = z.object({ n: z.number() });

it("returns a failed record and the later ones of its group, and lets other groups go on", async () => {
  const seen: number[] = [];
  const handler = eachRecord({
    schema,
    logger,
    work: async ({ n }) => {
      if (n === 1) throw new Error("fails");
      seen.push(n);
    },
  });
  const answer = await handler(
    event(sqsRecord("a", { n: 1 }, "A"), sqsRecord("b", { n: 2 }, "A"), sqsRecord("c", { n: 3 }, "B")),
  );
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["a", "b"]);
  expect(seen).toEqual([3]);
});

it("keeps no order among records of a standard queue's fair group", async () => {
  const standard = (id: string, n: number) =>
    ({
      ...sqsRecord(id, { n }),
      attributes: { ApproximateReceiveCount: "1", MessageGroupId: "A" },
    }) as unknown as SQSRecord;
  const work = async ({ n }: { n: number }) => {
    if (n === 1) throw new Error("fails");
  };
  const answer = await eachRecord({ schema, logger, work })(event(standard("a", 1), standard("b", 2)));
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: "a" }]);
});

it("quarantines what does not have the queue's form, so it cannot block its group", async () => {
  const kept: string[] = [];
  const quarantine = async ({ body }: { body: string }) => void kept.push(body);
  const answer = await eachRecord({ schema, logger, work: async () => {}, quarantine })(
    event(sqsRecord("a", "{not json")),
  );
  expect(answer.batchItemFailures).toEqual([]);
  expect(kept).toEqual(["{not json"]);
});
