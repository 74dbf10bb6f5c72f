import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Alert, OutboundMessage } from "#contracts/outbound-message";
import { digestMessage } from "#notifications/digest-message";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import { dynamoStorm } from "#notifications/dynamo-storm";
import { foldedTotal } from "#notifications/fold-lines";
import type { DueDigest, Folded, Storm } from "#notifications/storm";
import type { Page } from "#notifications/tell-staff";
import type { FreshTable } from "../fixtures/dynamo.ts";
import { context, messageOf } from "./scene.ts";

export const WINDOW_SECONDS = 60;
let people = 0;

/** Keeps what was folded readable: a test asks what a digest counts, not how it says it. */
const plainDigest = (due: DueDigest): OutboundMessage => ({
  ...digestMessage(due, context),
  text: JSON.stringify(due.folded),
});

/** A page about one breached ticket. */
export function pageOf(staff: string, number: number, channel: OutboundMessage["channel"] = "sms"): Page {
  const alert: Alert = {
    id: `${number}.T${number}.1.0`,
    staff,
    kind: "breached",
    ticketId: `T${number}`,
    ticketCode: `DT-2026-${String(number).padStart(6, "0")}-K`,
    lateByMs: number * 60_000,
    at: "2026-09-14T01:00:00.000Z",
  };
  const id = `T${number}.1.0.${staff}.${channel}`;
  return { alert, message: messageOf({ id, kind: "alert", channel, recipient: { kind: "staff", staff } }) };
}

/**
 * One supervisor, an hour of their own, and all that reaches them: messages sent alone, and digests that some sweep
 * or the outbox's own reminder put on the queue.
 */
export function supervisorInAStorm({ client, table }: FreshTable) {
  const staff = `person-${++people}`;
  const epoch = Date.parse("2026-09-14T00:00:00.000Z") + people * 3_600_000;
  const second = (count: number) => new Date(epoch + count * 1000);
  const outbox = dynamoOutbox(client, table);
  const alone = new Set<string>();
  const digests = new Set<string>();

  const stormOn = (there: DynamoDBDocumentClient = client): Storm => {
    const options = { onePerMs: WINDOW_SECONDS * 1000, worst: 3, digest: plainDigest };
    return dynamoStorm(there, table, dynamoOutbox(there, table), options);
  };
  const foldedIn = async (id: string): Promise<Folded> => JSON.parse((await outbox.find(id))?.text ?? "{}");
  return {
    staff,
    second,
    stormOn,
    foldedIn,
    async admit(number: number, seconds: number, storm = stormOn()): Promise<"send" | "folded"> {
      const page = pageOf(staff, number);
      const answer = await storm.admit(page, second(seconds));
      if (answer === "send") alone.add(page.message.id);
      return answer;
    },
    /** What a sweep puts on the queue for this person and a worker takes up. */
    async sweep(seconds: number, storm = stormOn()): Promise<string[]> {
      const made = await storm.flushDigests(second(seconds));
      const queued = [...made, ...(await outbox.releaseHeld(second(seconds)))];
      const theirs = [...new Set(queued)].filter((id) => id.includes(`.${staff}.`) && !digests.has(id));
      for (const id of queued) await outbox.claim(id, second(seconds));
      for (const id of theirs) digests.add(id);
      return theirs;
    },
    /** How many alerts reached them in all. */
    async told(): Promise<number> {
      const folded = await Promise.all([...digests].map(foldedIn));
      return alone.size + folded.map(foldedTotal).reduce((sum, count) => sum + count, 0);
    },
  };
}
