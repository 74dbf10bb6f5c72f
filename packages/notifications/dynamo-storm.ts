import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoFlushSlot, type StormOptions } from "#notifications/dynamo-flush-slot";
import { dynamoFolding } from "#notifications/dynamo-folding";
import { dynamoSlots, type Place, placeOf } from "#notifications/dynamo-slots";
import { dueItems } from "#notifications/dynamo-timers";
import type { Outbox } from "#notifications/outbox";
import type { Storm } from "#notifications/storm";
import type { Page } from "#notifications/tell-staff";

/**
 * Storms in the one table: a slot `W#<staff>#<channel>` / `A` for each person and channel that was just told
 * something, and folded lines `F#<message>` beside it.
 */
export function dynamoStorm(
  client: DynamoDBDocumentClient,
  TableName: string,
  outbox: Pick<Outbox, "put" | "find">,
  options: StormOptions,
): Storm {
  const slots = dynamoSlots(client, TableName);
  const folding = dynamoFolding(client, TableName);
  const flush = dynamoFlushSlot(client, TableName, options);

  /** Also true for whoever opened the window before and died over it. */
  const opensWindow = async (place: Place, first: string, now: Date): Promise<boolean> => {
    const busyUntil = new Date(now.getTime() + options.onePerMs).toISOString();
    const slot = await slots.read(place);
    if (slot === undefined && (await slots.open({ ...place, busyUntil, first }))) return true;
    return (slot ?? (await slots.read(place)))?.first === first;
  };

  const admitNew = async (page: Page, place: Place, now: Date): Promise<"send" | "folded" | "known"> => {
    if (await opensWindow(place, page.message.id, now)) {
      await outbox.put(page.message);
      return "send";
    }
    if (!(await folding.write(page, place))) return "known";
    await folding.keepTimer(place, now);
    return "folded";
  };

  return {
    async admit(page, now) {
      const place = { staff: page.alert.staff, channel: page.message.channel };
      const before = await outbox.find(page.message.id);
      const answer = before === undefined ? await admitNew(page, place, now) : "known";
      if (answer !== "known") return answer;
      const known = before ?? (await outbox.find(page.message.id));
      if (known?.state !== "folded") return "send";
      if (await slots.hasLine(place, page.message.id)) await folding.keepTimer(place, now);
      return "folded";
    },
    async flushDigests(now) {
      const due = await dueItems(client, TableName, "DIGEST", now);
      const made = await Promise.all(due.map((pk) => flush(placeOf(pk), now)));
      return made.filter((id) => id !== undefined);
    },
  };
}
