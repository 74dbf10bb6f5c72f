import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { alertSchema, type OutboundChannel, outboundChannelSchema } from "#contracts/outbound-message";
import { happened } from "#notifications/dynamo-happened";
import { timerKeys } from "#notifications/dynamo-timers";

const lineSchema = z.object({
  id: z.string(),
  kind: alertSchema.shape.kind,
  ticketCode: z.string(),
  lateByMs: z.number(),
});
export type StoredLine = z.infer<typeof lineSchema>;

const count = z.number().int().nonnegative();
const slotSchema = z.object({
  staff: z.string(),
  channel: outboundChannelSchema,
  version: z.number().int().positive(),
  /** Nothing more is sent on its own before; then the digest is due. */
  busyUntil: z.string(),
  /** The message that opened the window and is sent at once. */
  first: z.string().optional(),
  /** A sweep found nothing to tell and is about to give the slot up: a line written now must stop it. */
  closing: z.boolean().optional(),
  /** Lines already taken into the digest that is being made. */
  draft: z
    .object({ warned: count, breached: count, escalated: count, other: count, worst: z.array(lineSchema) })
    .optional(),
});
export type Slot = z.infer<typeof slotSchema>;

export interface Place {
  readonly staff: string;
  readonly channel: OutboundChannel;
}

const partition = ({ staff, channel }: Place): string => `W#${staff}#${channel}`;
const slotKey = (place: Place) => ({ pk: partition(place), sk: "A" });
export const lineKey = (place: Place, id: string) => ({ pk: partition(place), sk: `F#${id}` });

/** Whose slot an index entry speaks of. */
export function placeOf(pk: string): Place {
  const [, staff, channel] = z.tuple([z.literal("W"), z.string(), outboundChannelSchema]).parse(pk.split("#"));
  return { staff, channel };
}

/** A slot as it is stored: always with its timer, so what is folded into it can never be forgotten. */
export function slotItem(slot: Slot): Record<string, unknown> {
  return { ...slotKey(slot), ...slot, ...timerKeys("DIGEST", `${slot.staff}#${slot.channel}`, slot.busyUntil) };
}

/** The condition that a slot still is as it was read; a slot that was given up and opened anew differs in its time. */
export function unchanged({ version, busyUntil }: Slot) {
  return {
    ConditionExpression: "version = :version AND busyUntil = :busyUntil",
    ExpressionAttributeValues: { ":version": version, ":busyUntil": busyUntil },
  };
}

/** Reads and single writes of slots and lines; every write is conditional. */
export function dynamoSlots(client: DynamoDBDocumentClient, TableName: string) {
  return {
    async read(place: Place): Promise<Slot | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: slotKey(place), ConsistentRead: true }));
      return Item === undefined ? undefined : slotSchema.parse(Item);
    },
    open(slot: Omit<Slot, "version">): Promise<boolean> {
      const Item = slotItem({ ...slot, version: 1 });
      return happened(
        client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" })),
      );
    },
    replace(before: Slot, after: Slot): Promise<boolean> {
      return happened(client.send(new PutCommand({ TableName, Item: slotItem(after), ...unchanged(before) })));
    },
    giveUp(slot: Slot): Promise<boolean> {
      return happened(client.send(new DeleteCommand({ TableName, Key: slotKey(slot), ...unchanged(slot) })));
    },
    async lines(place: Place, Limit: number): Promise<StoredLine[]> {
      const query = new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :slot AND begins_with(sk, :lines)",
        ExpressionAttributeValues: { ":slot": partition(place), ":lines": "F#" },
        Limit,
      });
      const { Items = [] } = await client.send(query);
      return Items.map((item) => lineSchema.parse(item));
    },
    async hasLine(place: Place, id: string): Promise<boolean> {
      const get = new GetCommand({ TableName, Key: lineKey(place, id), ConsistentRead: true });
      return (await client.send(get)).Item !== undefined;
    },
  };
}
