import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoFlushSlot, type StormOptions } from "#notifications/dynamo-flush-slot";
import { dynamoFolding } from "#notifications/dynamo-folding";
import { dynamoSlots, type Place, placeOf } from "#notifications/dynamo-slots";
import { dueItems } from "#notifications/dynamo-timers";
import type { Outbox } from "#notifications/outbox";
import type { Storm } from "#notifications/storm";

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

  return {
    async admit(page, now) {
      const { message, alert } = page;
      const place = { staff: alert.staff, channel: message.channel };
      const known = await outbox.find(message.id);
      const opens = known === undefined && (await opensWindow(place, message.id, now));
      if (opens) await outbox.put(message);
      else if (known === undefined) await folding.write(page, place);
      const state = opens ? "queued" : (known ?? (await outbox.find(message.id)))?.state;
      if (state !== "folded") return "send";
      await folding.watch(place, message.id, now);
      return "folded";
    },
    async flushDigests(now) {
      const due = await dueItems(client, TableName, "DIGEST", now);
      const made = await Promise.all(due.map((pk) => flush(placeOf(pk), now)));
      return made.filter((id) => id !== undefined);
    },
  };
}
