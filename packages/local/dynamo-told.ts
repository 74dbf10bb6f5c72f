import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Received } from "./vendors/received.ts";

const pointerSchema = z.object({ messageId: z.string() });
const toldSchema = z.object({ kind: z.string(), ticketCodes: z.array(z.string()) });

/** What we meant by a message that a vendor took: its kind and the tickets it speaks of. */
export type Told = z.infer<typeof toldSchema>;

/** Names under which the id that a vendor gave may be kept. */
const sources: Readonly<Record<string, readonly string[]>> = {
  esms: ["esms", "sms", "sms/esms"],
  zalo: ["zalo"],
  zns: ["zns", "zalo"],
  ses: ["ses", "email"],
  webhook: ["webhook"],
};

/** Looks up what a message was, by our id where the vendor was told it, else by the vendor's. */
export function dynamoTold(
  client: DynamoDBDocumentClient,
  TableName: string,
): (received: Received) => Promise<Told | undefined> {
  const item = async (pk: string) =>
    (await client.send(new GetCommand({ TableName, Key: { pk, sk: "A" }, ConsistentRead: true }))).Item;
  const told = async (messageId: string) => toldSchema.safeParse(await item(`O#${messageId}`)).data;
  return async ({ vendor, messageId, vendorMessageId }) => {
    const known = messageId === undefined ? undefined : await told(messageId);
    if (known !== undefined) return known;
    for (const source of sources[vendor] ?? [vendor]) {
      const pointer = pointerSchema.safeParse(await item(`V#${source}#${vendorMessageId}`)).data;
      if (pointer !== undefined) return told(pointer.messageId);
    }
    return undefined;
  };
}
