import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { timeToLiveAttribute } from "#platform/table";
import { PROPOSALS, proposalIndexKeys, proposalKey, proposalsOfMonth, surroundingsKey } from "./dynamo-keys.ts";
import { type IncidentProposal, incidentProposalSchema } from "./incident-proposal.ts";
import type { IncidentProposals } from "./incident-proposals.ts";

/** A season of proposals, for whoever looks back at how often they were right. */
const KEPT_SECONDS = 90 * 86_400;

/** Incident proposals in the one table, beside the reports they are made of. */
export function dynamoIncidentProposals(client: DynamoDBDocumentClient, TableName: string): IncidentProposals {
  const at: Table = { client, TableName };
  return {
    async open(proposal) {
      const Key = proposalKey(proposal.id);
      const expiresAt = Math.ceil(Date.parse(proposal.at) / 1000) + KEPT_SECONDS;
      const Item = { ...Key, ...proposalIndexKeys(proposal), ...proposal, [timeToLiveAttribute]: expiresAt };
      const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" });
      return (await happened(client.send(put))) ? proposal : ((await find(at, proposal.id)) ?? proposal);
    },
    find: (id) => find(at, id),
    newest: async (where) => (await newestOf(at, surroundingsKey(where)))[0],
    async goesOn(id, lastAt) {
      const later = { ConditionExpression: "lastAt < :at", ExpressionAttributeValues: { ":at": lastAt } };
      await change(at, id, { UpdateExpression: "SET lastAt = :at", ...later });
    },
    madeBetween: (from, to, limit) => madeBetween(at, from, to, limit),
    async dismiss(id, by, now) {
      await change(at, id, {
        UpdateExpression: "SET dismissedAt = :at, dismissedBy = :by",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(dismissedAt)",
        ExpressionAttributeValues: { ":at": now.toISOString(), ":by": by },
      });
      return find(at, id);
    },
  };
}

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly TableName: string;
}

async function find({ client, TableName }: Table, id: string): Promise<IncidentProposal | undefined> {
  const Key = proposalKey(id);
  if (Key === undefined) return undefined;
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return Item === undefined ? undefined : incidentProposalSchema.parse(Item);
}

async function newestOf({ client, TableName }: Table, pk: string): Promise<IncidentProposal[]> {
  const query = new QueryCommand({
    TableName,
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :proposals)",
    ExpressionAttributeValues: { ":pk": pk, ":proposals": PROPOSALS },
    ScanIndexForward: false,
    Limit: 1,
  });
  const { Items = [] } = await client.send(query);
  return Items.map((item) => incidentProposalSchema.parse(item));
}

async function change(
  { client, TableName }: Table,
  id: string,
  update: Omit<UpdateCommandInput, "TableName" | "Key">,
): Promise<void> {
  const Key = proposalKey(id);
  if (Key !== undefined) await happened(client.send(new UpdateCommand({ TableName, Key, ...update })));
}

async function madeBetween(at: Table, from: Date, to: Date, limit: number): Promise<IncidentProposal[]> {
  const ids: string[] = [];
  for (const month of monthsBack(from, to)) {
    if (ids.length >= limit) break;
    ids.push(...(await idsOf(at, month, from, limit - ids.length)));
  }
  const found = await Promise.all(ids.map((id) => find(at, id)));
  return found.filter((proposal) => proposal !== undefined);
}

async function idsOf({ client, TableName }: Table, month: string, from: Date, Limit: number): Promise<string[]> {
  const query = new QueryCommand({
    TableName,
    IndexName: "GSI4",
    KeyConditionExpression: "gsi4pk = :month AND gsi4sk >= :from",
    ExpressionAttributeValues: { ":month": proposalsOfMonth(month), ":from": from.toISOString() },
    ScanIndexForward: false,
    Limit,
  });
  const { Items = [] } = await client.send(query);
  return Items.map(({ gsi4sk }) => String(gsi4sk).slice(String(gsi4sk).indexOf("#") + 1));
}

/** The months of a stretch of some weeks, the newest first. */
function monthsBack(from: Date, to: Date): string[] {
  return [...new Set([to, from].map((at) => at.toISOString().slice(0, 7)))];
}

/** False: the condition did not hold. */
async function happened(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
