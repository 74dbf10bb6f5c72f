import { createHash } from "node:crypto";
import type { Ticket } from "#contracts/ticket";
import { TIMER_SHARDS } from "#platform/table";

/** The table's keys of everything that belongs to tickets, in one place. */
export const ticketKey = (ticketId: string) => ({ pk: `T#${ticketId}`, sk: "A" });
export const entryKey = (ticketId: string, sequence: number) => ({
  pk: `T#${ticketId}`,
  sk: `E#${String(sequence).padStart(8, "0")}`,
});
export const conversationKey = (conversation: string) => ({ pk: `C#${conversation}`, sk: "A" });
export const messageKey = (conversation: string, vendorMessageId: string) => ({
  pk: `C#${conversation}`,
  sk: `M#${vendorMessageId}`,
});
export const codeKey = (code: string) => ({ pk: `CODE#${code}`, sk: "A" });
/** Beside the code: that it was told to somebody before its ticket was written. */
export const promiseKey = (code: string) => ({ pk: `CODE#${code}`, sk: "P" });
export const callKey = (callId: string) => ({ pk: `K#${callId}`, sk: "A" });
export const citizenKey = (citizen: string) => ({ pk: `P#${citizen}`, sk: "A" });
export const counterKey = (year: number) => ({ pk: `N#${year}`, sk: "A" });
export const idempotencyKey = (key: string) => ({ pk: `I#${key}`, sk: "A" });

/** The shard of a ticket's timer: even, and always the same for a ticket. */
export function timerShard(ticketId: string): string {
  return `DUE#${(createHash("sha256").update(ticketId).digest()[0] ?? 0) % TIMER_SHARDS}`;
}

export const timerShards: readonly string[] = Array.from({ length: TIMER_SHARDS }, (_, shard) => `DUE#${shard}`);
export const workList = (agency: string | undefined, status: string) => `AG#${agency ?? "desk"}#${status}`;

/** A list sorts by the citizen's promise: the running or breached resolve clock, else by opening. */
const sortTime = ({ clocks, openedAt }: Ticket): string => {
  const resolve = clocks.findLast(({ name }) => name === "resolve");
  return resolve !== undefined && "dueAt" in resolve && resolve.dueAt !== undefined ? resolve.dueAt : openedAt;
};

/** The index keys of a head. The timer's pair is there only while something can still ring: the index is sparse. */
export function indexKeys(ticket: Ticket): Record<string, string> {
  const { id, agency, status, citizen, openedAt, fireAt } = ticket;
  return {
    gsi1pk: workList(agency, status),
    gsi1sk: `${sortTime(ticket)}#${id}`,
    gsi3pk: `P#${citizen}`,
    gsi3sk: `${openedAt}#${id}`,
    gsi4pk: `OPENED#${openedAt.slice(0, 7)}`,
    gsi4sk: `${openedAt}#${id}`,
    ...(fireAt === undefined ? {} : { gsi2pk: timerShard(id), gsi2sk: `${fireAt}#${id}` }),
  };
}
