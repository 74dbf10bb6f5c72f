import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { type OutboundMessage, outboundMessageSchema } from "#contracts/outbound-message";
import { type Ticket, ticketSchema } from "#contracts/ticket";
import { type StoredMessage, storedMessageSchema } from "#tickets/ticket-store";

/** Everything that is in the table, by what it is. */
export interface WholeTable {
  readonly tickets: readonly Ticket[];
  readonly ledger: readonly LedgerEntry[];
  readonly messages: readonly StoredMessage[];
  readonly outbound: readonly OutboundMessage[];
  readonly quarantined: number;
}

/** Reads the table from end to end, which no function may and only a checker of a finished run does. */
export async function wholeTable(client: DynamoDBDocumentClient, TableName: string): Promise<WholeTable> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    items.push(...Items);
  const keyed = (pk: string, sk: string) =>
    items.filter((item) => String(item["pk"]).startsWith(pk) && String(item["sk"]).startsWith(sk));
  return {
    tickets: keyed("T#", "A").map((item) => ticketSchema.parse(item)),
    ledger: keyed("T#", "E#").map((item) => ledgerEntrySchema.parse(item)),
    messages: keyed("C#", "M#").map((item) => storedMessageSchema.parse(item)),
    outbound: keyed("O#", "A").map((item) => outboundMessageSchema.parse(item)),
    quarantined: keyed("Q#", "").length,
  };
}
