import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";
import { ticketSchema } from "#contracts/ticket";
import {
  callKey,
  codeKey,
  conversationKey,
  counterKey,
  idempotencyKey,
  messageKey,
  ticketKey,
} from "#tickets/dynamo-keys";
import { transactionItems } from "#tickets/dynamo-ticket-write";
import {
  conversationSchema,
  storedCallSchema,
  storedMessageSchema,
  type TicketStore,
  type WriteOutcome,
} from "#tickets/ticket-store";

/** Tickets in DynamoDB. Reads that decide a write are strongly consistent; what comes out has been parsed. */
export function dynamoTicketStore(client: DynamoDBDocumentClient, TableName: string): TicketStore {
  const get = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const ticketIdAt = async (Key: Record<string, string>) => {
    const item = await get(Key);
    return item === undefined ? undefined : String(item["ticketId"]);
  };
  const parsedAt = async <T>(schema: z.ZodType<T>, Key: Record<string, string>) => {
    const item = await get(Key);
    return item === undefined ? undefined : schema.parse(item);
  };
  return {
    conversation: (id, vendorMessageId) => readConversation(client, TableName, id, vendorMessageId),
    call: (callId) => parsedAt(storedCallSchema, callKey(callId)),
    find: (ticketId) => parsedAt(ticketSchema, ticketKey(ticketId)),
    idOfCode: (code) => ticketIdAt(codeKey(code)),
    idempotent: (key) => ticketIdAt(idempotencyKey(key)),
    write: (write) =>
      outcomeOf(client.send(new TransactWriteCommand({ TransactItems: transactionItems(TableName, write) }))),
    keepCall(before, after) {
      const condition =
        before === undefined
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "revision = :revision",
              ExpressionAttributeValues: { ":revision": before.revision },
            };
      return outcomeOf(
        client.send(new PutCommand({ TableName, Item: { ...callKey(after.callId), ...after }, ...condition })),
      );
    },
    async leaseCodes(year, size) {
      const counter = {
        TableName,
        Key: counterKey(year),
        UpdateExpression: "ADD leased :size",
        ExpressionAttributeValues: { ":size": size },
      };
      const { Attributes } = await client.send(new UpdateCommand({ ...counter, ReturnValues: "UPDATED_NEW" }));
      return Number(Attributes?.["leased"]);
    },
  };
}

/** The pointer and the message in one round trip, both strongly consistent. */
async function readConversation(
  client: DynamoDBDocumentClient,
  TableName: string,
  id: string,
  vendorMessageId: string,
) {
  const Keys = [conversationKey(id), messageKey(id, vendorMessageId)];
  const read = await client.send(
    new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
  );
  if (Object.keys(read.UnprocessedKeys ?? {}).length > 0) throw new Error("DynamoDB left keys unread: try again");
  const items = read.Responses?.[TableName] ?? [];
  const pointer = items.find(({ sk }) => sk === "A");
  const message = items.find(({ sk }) => sk !== "A");
  return {
    ...(pointer === undefined ? {} : { conversation: conversationSchema.parse(pointer) }),
    ...(message === undefined ? {} : { message: storedMessageSchema.parse(message) }),
  };
}

/** A failed condition, or two transactions that met, is a race; anything else is a fault. */
async function outcomeOf(sending: Promise<unknown>): Promise<WriteOutcome> {
  try {
    await sending;
    return "written";
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return "raced";
    if (error instanceof TransactionCanceledException && isRace(error)) return "raced";
    throw error;
  }
}

function isRace({ CancellationReasons }: TransactionCanceledException): boolean {
  const codes = (CancellationReasons ?? []).map(({ Code }) => Code);
  return codes.some((code) => code === "ConditionalCheckFailed" || code === "TransactionConflict");
}
