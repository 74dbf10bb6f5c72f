import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { type Ticket, ticketSchema } from "#contracts/ticket";
import { citizenKey, messageKey, ticketKey, workList } from "#tickets/dynamo-keys";
import { type Key, readMany } from "#tickets/dynamo-read-many";
import { monthsBack } from "#tickets/months-back";
import type { OpenedQuery, TicketPage, TicketReads } from "#tickets/ticket-reads";
import { type CitizenContact, type StoredMessage, storedMessageSchema } from "#tickets/ticket-store";

interface IndexQuery {
  readonly index: "GSI1" | "GSI3" | "GSI4";
  readonly partition: string;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly newestFirst?: boolean;
}
interface Row {
  readonly sort: string;
  readonly ticketId: string;
}

/** Lists come from keys-only indexes; the heads they name are fetched behind them. */
export function dynamoTicketReads(client: DynamoDBDocumentClient, table: string): TicketReads {
  const at: Table = { client, table };
  return {
    async workList({ agencies, statuses, limit, after }) {
      const partitions = agencies.flatMap((agency) => statuses.map((status) => workList(agency, status)));
      const found = await Promise.all(
        partitions.map((partition) => queryRows(at, { index: "GSI1", partition, limit: limit + 1, after })),
      );
      return pageOf(
        at,
        found.flat().sort((a, b) => compare(a.sort, b.sort)),
        limit,
      );
    },
    opened: async (query) => pageOf(at, await openedRows(at, query), query.limit),
    async ofCitizen(citizen, limit) {
      const found = await queryRows(at, { index: "GSI3", partition: `P#${citizen}`, limit, newestFirst: true });
      return headsInOrder(at, found);
    },
    byIds: (ticketIds) =>
      headsInOrder(
        at,
        ticketIds.map((ticketId) => ({ ticketId })),
      ),
    ledger: (ticketId) => readLedger(at, ticketId),
    async messages(ticket, ledger) {
      const messages = await readMessages(at, [
        messageKey(ticket.conversation, ticket.firstMessageId),
        ...addedMessages(ledger),
      ]);
      return messages.sort((a, b) => compare(a.sentAt, b.sentAt) || compare(a.storedAt, b.storedAt));
    },
    async firstMessages(tickets) {
      const keys = tickets.map(({ conversation, firstMessageId }) => messageKey(conversation, firstMessageId));
      return new Map((await readMessages(at, keys)).map((message) => [message.ticketId, message]));
    },
    async contacts(citizens) {
      const items = await readMany(client, table, citizens.map(citizenKey));
      return new Map(items.map((item) => [String(item["pk"]).slice(2), contactOf(item)]));
    },
  };
}

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

async function pageOf(at: Table, found: readonly Row[], limit: number): Promise<TicketPage> {
  const chosen = found.slice(0, limit);
  const last = chosen.at(-1);
  const tickets = await headsInOrder(at, chosen);
  return { tickets, ...(found.length > limit && last !== undefined ? { after: last.sort } : {}) };
}

/** One more row than asked for, month by month, so that the page knows whether it is the last. */
async function openedRows(at: Table, { from, to, limit, after }: OpenedQuery): Promise<Row[]> {
  const found: Row[] = [];
  const newest = after ?? `${to.toISOString()}~`;
  for (const month of monthsBack(newest.slice(0, 7), from)) {
    const wanted = limit + 1 - found.length;
    const query = {
      index: "GSI4",
      partition: `OPENED#${month}`,
      limit: wanted,
      after: newest,
      newestFirst: true,
    } as const;
    found.push(...(await queryRows(at, query)).filter(({ sort }) => sort >= from.toISOString()));
    if (found.length > limit) break;
  }
  return found;
}

function addedMessages(ledger: readonly LedgerEntry[]): Key[] {
  const events = ledger.flatMap((entry) => entry.events);
  return events.flatMap((event) =>
    event.type === "ticket.message-added" ? [messageKey(event.conversation, event.messageId)] : [],
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function queryRows(
  { client, table }: Table,
  { index, partition, limit, after, newestFirst = false }: IndexQuery,
): Promise<Row[]> {
  const [pk, sk] = [`${index.toLowerCase()}pk`, `${index.toLowerCase()}sk`];
  const range = after === undefined ? "" : ` AND ${sk} ${newestFirst ? "<" : ">"} :after`;
  const query = new QueryCommand({
    TableName: table,
    IndexName: index,
    KeyConditionExpression: `${pk} = :partition${range}`,
    ExpressionAttributeValues: { ":partition": partition, ...(after === undefined ? {} : { ":after": after }) },
    ScanIndexForward: !newestFirst,
    Limit: limit,
  });
  const { Items = [] } = await client.send(query);
  return Items.map((item) => ({ sort: String(item[sk]), ticketId: String(item["pk"]).slice(2) }));
}

async function headsInOrder({ client, table }: Table, rows: readonly Pick<Row, "ticketId">[]): Promise<Ticket[]> {
  const items = await readMany(
    client,
    table,
    rows.map(({ ticketId }) => ticketKey(ticketId)),
  );
  const heads = new Map(items.map((item) => [String(item["id"]), ticketSchema.parse(item)]));
  return rows.flatMap(({ ticketId }) => heads.get(ticketId) ?? []);
}

async function readMessages({ client, table }: Table, keys: readonly Key[]): Promise<StoredMessage[]> {
  return (await readMany(client, table, keys)).map((item) => storedMessageSchema.parse(item));
}

async function readLedger({ client, table }: Table, ticketId: string) {
  const entries = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :entry)",
        ExpressionAttributeValues: { ":pk": `T#${ticketId}`, ":entry": "E#" },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    entries.push(...(page.Items ?? []).map((item) => ledgerEntrySchema.parse(item)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return entries;
}

function contactOf(item: Record<string, unknown>): CitizenContact {
  const text = (name: string) => (typeof item[name] === "string" ? { [name]: item[name] } : {});
  return { citizen: String(item["pk"]).slice(2), ...text("name"), ...text("phone"), ...text("email") };
}
