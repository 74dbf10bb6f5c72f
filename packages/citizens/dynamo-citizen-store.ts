import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { CitizenStore } from "#citizens/citizen-store";
import { replyAddressSchema } from "#contracts/inbound-message";
import { setFields } from "#platform/set-fields";

const citizenKey = (id: string) => ({ pk: `P#${id}`, sk: "A" });
const conversationKey = (conversation: string) => ({ pk: `C#${conversation}`, sk: "A" });

const text = z.string().optional();
const citizenSchema = z.object({ name: text, phone: text, email: text, address: text });
const pointerSchema = z.object({ citizen: z.string(), ticketId: z.string(), reply: replyAddressSchema });

export function dynamoCitizenStore(client: DynamoDBDocumentClient, TableName: string): CitizenStore {
  const get = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    async find(id) {
      const item = await get(citizenKey(id));
      if (item === undefined) return undefined;
      const known = Object.entries(citizenSchema.parse(item)).filter(([, value]) => value !== undefined);
      return { id, ...Object.fromEntries(known) };
    },
    async learn({ id, ...known }) {
      if (Object.keys(known).length === 0) return;
      await client.send(new UpdateCommand({ TableName, Key: citizenKey(id), ...setFields(known) }));
    },
    erase: (id) => erase(client, TableName, citizenKey(id).pk),
    async ofConversation(conversation) {
      const item = await get(conversationKey(conversation));
      return item === undefined ? undefined : pointerSchema.parse(item);
    },
    silence: (conversation) => silence(client, TableName, conversation),
  };
}

/** All that lies with a citizen: their contact, and their masked words that were kept to learn from. */
async function erase(client: DynamoDBDocumentClient, TableName: string, citizen: string): Promise<void> {
  const query = new QueryCommand({
    TableName,
    KeyConditionExpression: "pk = :citizen",
    ExpressionAttributeValues: { ":citizen": citizen },
    ProjectionExpression: "pk, sk",
    ConsistentRead: true,
  });
  const { Items = [], LastEvaluatedKey } = await client.send(query);
  await Promise.all(Items.map(({ pk, sk }) => client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))));
  if (LastEvaluatedKey !== undefined) await erase(client, TableName, citizen);
}

/** A conversation nobody has opened yet has nothing to be silenced. */
async function silence(client: DynamoDBDocumentClient, TableName: string, conversation: string): Promise<void> {
  const update = {
    TableName,
    Key: conversationKey(conversation),
    UpdateExpression: "SET reply = :none",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":none": { kind: "none" } },
  };
  await client.send(new UpdateCommand(update)).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}
