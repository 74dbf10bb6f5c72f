import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { applyEntry } from "#tickets/apply-event";
import type { CitizenMessage } from "./citizen-message.ts";
import type { WholeTable } from "./dynamo-whole-table.ts";
import { exactly, type Measure, never } from "./measure.ts";

const marked = /So (m\d{5})/;

/** The mark of the message whose text this is. */
export const markerIn = (text: string): string => marked.exec(text)?.[1] ?? "";

const repeated = (list: readonly string[]): number => list.length - new Set(list).size;

/** Is every message there once, on one open ticket of its conversation, under a code of its own, and does the ledger say so? */
export function checkTickets(
  said: readonly CitizenMessage[],
  promisedCodes: ReadonlySet<string>,
  { tickets, messages, ledger, quarantined }: WholeTable,
): Measure[] {
  const markers = messages.map(({ text }) => markerIn(text));
  const stored = new Set(markers);
  const ofConversation = Map.groupBy(tickets, ({ conversation }) => conversation);
  const conversations = new Set(messages.map(({ conversation }) => conversation));
  const codes = tickets.map(({ code }) => code);
  return [
    exactly("messages stored", stored.size, said.length, "messages"),
    never("messages missing", said.filter(({ marker }) => !stored.has(marker)).length, "messages"),
    never("messages stored twice", repeated(markers), "messages"),
    exactly("tickets, one for each conversation", tickets.length, conversations.size, "tickets"),
    never(
      "conversations with two open tickets",
      [...ofConversation.values()].filter((all) => all.length > 1).length,
      "conversations",
    ),
    never("codes given twice", repeated(codes), "codes"),
    never(
      "codes promised to a citizen without a ticket",
      [...promisedCodes].filter((code) => !codes.includes(code)).length,
      "codes",
    ),
    never(
      "heads that their ledger does not rebuild",
      tickets.filter((ticket) => !isRebuilt(ticket, ledger)).length,
      "tickets",
    ),
    never("messages in quarantine", quarantined, "messages"),
  ];
}

function isRebuilt(ticket: Ticket, ledger: readonly LedgerEntry[]): boolean {
  const own = ledger.filter(({ ticketId }) => ticketId === ticket.id).toSorted((a, b) => a.sequence - b.sequence);
  const isUnbroken = own.every(({ sequence }, index) => sequence === index + 1) && own.length === ticket.version;
  const rebuilt = own.reduce<Ticket | undefined>((head, entry) => applyEntry(head, entry), undefined);
  return isUnbroken && canonical(rebuilt) === canonical(ticket);
}

/** The same text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
