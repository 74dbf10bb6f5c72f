import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { type Ticket, ticketSchema } from "#contracts/ticket";
import type { DeskAction } from "#tickets/action";
import type { OutsideCall } from "./dynamo-interference.ts";

/** One action that somebody at the desk wanted, under one Idempotency-Key, and what they were told in the end. */
export interface DeskAct {
  readonly name: string;
  readonly marker: string;
  readonly ticketId: string;
  readonly action: DeskAction;
  answer?: "done" | "refused";
}

/** What the table took, in its order: the ledger's new entries, as its stream would bring them, and the newest heads. */
export interface TableRecord {
  readonly heads: Map<string, Ticket>;
  /** Every entry once, also where a transaction was carried out twice. */
  readonly entries: LedgerEntry[];
  writes: number;
  calls: number;
  faults: number;
  onApplied(call: OutsideCall): void;
}

type Attributes = Parameters<typeof unmarshall>[0];
const writing = /^(TransactWrite|Put|Update|Delete)/;

export function tableRecord(onEntry: (entry: LedgerEntry) => void): TableRecord {
  const seen = new Set<string>();
  const record: TableRecord = {
    heads: new Map(),
    entries: [],
    writes: 0,
    calls: 0,
    faults: 0,
    onApplied({ to, name, input = {} }) {
      if (to !== "dynamodb") return;
      record.calls += 1;
      if (!writing.test(name)) return;
      record.writes += 1;
      const items = (input["TransactItems"] ?? []) as readonly { readonly Put?: { readonly Item: Attributes } }[];
      for (const { Put } of items) if (Put !== undefined) take(unmarshall(Put.Item));
    },
  };
  const keepNewest = (head: Ticket) => {
    if (head.version > (record.heads.get(head.id)?.version ?? 0)) record.heads.set(head.id, head);
  };
  const take = (item: Record<string, unknown>) => {
    const [pk, sk] = [String(item["pk"]), String(item["sk"])];
    if (!pk.startsWith("T#")) return;
    if (sk === "A") keepNewest(ticketSchema.parse(item));
    if (!sk.startsWith("E#") || seen.has(pk + sk)) return;
    seen.add(pk + sk);
    const entry = ledgerEntrySchema.parse(item);
    record.entries.push(entry);
    onEntry(entry);
  };
  return record;
}
