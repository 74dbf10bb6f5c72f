import { BatchWriteCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { type Alert, alertSchema, type OutboundMessage, outboundMessageSchema } from "#contracts/outbound-message";
import { type Ticket, ticketSchema } from "#contracts/ticket";
import { type StoredMessage, storedMessageSchema } from "#tickets/ticket-store";
import type { FreshTable } from "../../fixtures/dynamo.ts";

export type Item = Readonly<Record<string, unknown>>;

/** The whole table after a history, by what things are. */
export interface Snapshot {
  readonly items: readonly Item[];
  readonly heads: readonly Ticket[];
  readonly ledgers: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly messages: readonly StoredMessage[];
  readonly outbound: readonly OutboundMessage[];
  readonly alerts: readonly (Alert & { readonly list: string })[];
  /** Keys of everything, for questions about what is there and what is not. */
  readonly keys: ReadonlySet<string>;
}

const pk = (item: Item) => String(item["pk"]);
const sk = (item: Item) => String(item["sk"]);

/** Reads a history's table from end to end. */
export async function snapshot({ client, table }: FreshTable): Promise<Snapshot> {
  const items: Item[] = [];
  const all = { TableName: table, ConsistentRead: true };
  for await (const { Items = [] } of paginateScan({ client }, all)) items.push(...Items);
  const keyed = (partition: string, sort: string) =>
    items.filter((item) => pk(item).startsWith(partition) && sk(item).startsWith(sort));
  const entries = keyed("T#", "E#").map((item) => ledgerEntrySchema.parse(item));
  return {
    items,
    heads: keyed("T#", "A").map((item) => ticketSchema.parse(item)),
    ledgers: Map.groupBy(
      entries.toSorted((a, b) => a.sequence - b.sequence),
      ({ ticketId }) => ticketId,
    ),
    messages: keyed("C#", "M#").map((item) => storedMessageSchema.parse(item)),
    outbound: keyed("O#", "A").map((item) => outboundMessageSchema.parse(item)),
    alerts: keyed("S#", "N#").map((item) => ({ ...alertSchema.parse(item), list: pk(item).slice(2) })),
    keys: new Set(items.map((item) => `${pk(item)}|${sk(item)}`)),
  };
}

const BATCH = 25;

/** Empties the table for the next history: quicker than another table. */
export async function clear({ client, table }: FreshTable, { items }: Snapshot): Promise<void> {
  const deletions = items.map((item) => ({ DeleteRequest: { Key: { pk: pk(item), sk: sk(item) } } }));
  for (let start = 0; start < deletions.length; start += BATCH) {
    const RequestItems = { [table]: deletions.slice(start, start + BATCH) };
    await client.send(new BatchWriteCommand({ RequestItems }));
  }
}
