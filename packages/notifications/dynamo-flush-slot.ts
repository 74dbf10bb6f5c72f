import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { OutboundMessage } from "#contracts/outbound-message";
import { wonRace } from "#notifications/dynamo-happened";
import { outboundItem } from "#notifications/dynamo-outbound-item";
import {
  dynamoSlots,
  lineKey,
  type Place,
  type Slot,
  type StoredLine,
  slotItem,
  unchanged,
} from "#notifications/dynamo-slots";
import { foldLines } from "#notifications/fold-lines";
import type { DueDigest } from "#notifications/storm";

export interface StormOptions {
  /** One message for each person and channel in this time. */
  readonly onePerMs: number;
  /** How many of a digest's alerts are named. */
  readonly worst: number;
  /** The message of a digest that is due. */
  readonly digest: (due: DueDigest) => OutboundMessage;
}

/** A transaction holds 100 items: the slot and its lines. */
const LINES_AT_ONCE = 90;
/** Lines that pour in while a digest is made wait for the next one. */
const CHUNKS_MAX = 200;

/**
 * Makes the digest of a slot whose window has ended, or gives the slot up when there is nothing to tell.
 *
 * Lines are deleted and counted into the slot's draft in one transaction, so each is counted once however often
 * this dies; the draft becomes the message in one transaction that begins the next window.
 */
export function dynamoFlushSlot(client: DynamoDBDocumentClient, TableName: string, options: StormOptions) {
  const slots = dynamoSlots(client, TableName);

  const takeLines = (slot: Slot, after: Slot, lines: readonly StoredLine[]): Promise<boolean> => {
    const deletions = lines.map(({ id }) => ({
      Delete: { TableName, Key: lineKey(slot, id), ConditionExpression: "attribute_exists(pk)" },
    }));
    const TransactItems = [{ Put: { TableName, Item: slotItem(after), ...unchanged(slot) } }, ...deletions];
    return wonRace(client.send(new TransactWriteCommand({ TransactItems })));
  };

  const collect = async (start: Slot): Promise<Slot | undefined> => {
    let slot = start;
    for (let chunk = 0; chunk < CHUNKS_MAX; chunk++) {
      const lines = await slots.lines(slot, LINES_AT_ONCE);
      if (lines.length === 0) break;
      const { closing: _, ...open } = slot;
      const after = { ...open, version: slot.version + 1, draft: draftOf(slot, lines, options.worst) };
      if (!(await takeLines(slot, after, lines))) return undefined;
      slot = after;
    }
    return slot;
  };

  const send = async (slot: Slot, draft: NonNullable<Slot["draft"]>, now: Date): Promise<string | undefined> => {
    const { staff, channel, version } = slot;
    const message = options.digest({ staff, channel, window: `${now.getTime()}-${version}`, folded: draft, now });
    const busyUntil = new Date(now.getTime() + options.onePerMs).toISOString();
    const next: Slot = { staff, channel, version: version + 1, busyUntil };
    const Item = outboundItem(message, now.toISOString());
    const TransactItems = [
      { Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" } },
      { Put: { TableName, Item: slotItem(next), ...unchanged(slot) } },
    ];
    return (await wonRace(client.send(new TransactWriteCommand({ TransactItems })))) ? message.id : undefined;
  };

  const giveUp = async (slot: Slot): Promise<undefined> => {
    const closing = { ...slot, version: slot.version + 1, closing: true };
    if (!(await slots.replace(slot, closing))) return;
    if ((await slots.lines(slot, 1)).length === 0) await slots.giveUp(closing);
  };

  return async (place: Place, now: Date): Promise<string | undefined> => {
    const slot = await slots.read(place);
    if (slot === undefined || new Date(slot.busyUntil) > now) return undefined;
    const collected = await collect(slot);
    if (collected === undefined) return undefined;
    return collected.draft === undefined ? giveUp(collected) : send(collected, collected.draft, now);
  };
}

function draftOf({ draft }: Slot, lines: readonly StoredLine[], worst: number): NonNullable<Slot["draft"]> {
  const folded = foldLines(draft, lines, worst);
  return { ...folded, worst: [...folded.worst] };
}
