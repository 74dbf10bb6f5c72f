import * as z from "zod";
import { type DomainEvent, type LedgerEntry, ledgerEntrySchema } from "#contracts/domain-event";
import { readableConversation, readableNote, readablePlace, type Sight } from "./sight.ts";

export const timelineEntrySchema = ledgerEntrySchema.omit({ ticketId: true }).extend({
  events: z.array(z.looseObject({ type: z.string() })),
});
type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** What happened, entry by entry. Who may not see the citizen sees it without the words that were said. */
export function timelineView(ledger: readonly LedgerEntry[], sight: Sight): TimelineEntry[] {
  return ledger.map(({ ticketId: _, cause, ...entry }) => ({
    ...entry,
    // the cause is the conversation's message
    ...(cause === undefined || !sight.citizen ? {} : { cause }),
    events: entry.events.map((event) => ({ ...(sight.citizen ? event : silent(event, sight)), type: event.type })),
  }));
}

/** A call's recording has the citizen's voice; what triage read is with the ticket, as far as it may be seen. */
const telling: ReadonlySet<string> = new Set(["text", "title", "triage", "call", "citizen", "trackingTokenHash"]);

function silent(event: DomainEvent, sight: Sight): object {
  const kept = Object.fromEntries(Object.entries(event).filter(([key]) => !telling.has(key)));
  return {
    ...kept,
    ...("reason" in event && event.reason !== undefined ? { reason: readableNote(event.reason, sight) } : {}),
    ...("nextStep" in event ? { nextStep: readableNote(event.nextStep, sight) } : {}),
    ...("conversation" in event ? { conversation: readableConversation(event.conversation, sight) } : {}),
    ...("place" in event ? { place: readablePlace(event.place, sight) } : {}),
  };
}
