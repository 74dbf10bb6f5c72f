import type { TicketEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { Understanding } from "#tickets/opening";
import { isOpen } from "#tickets/status-table";

type Classified = Extract<TicketEvent, { type: "ticket.classified" }>;

/**
 * Who was woken for a ticket is woken again for danger told on it so long after.
 *
 * A frightened citizen writes five times in five minutes about one fire; a quarter of an hour later it has spread, or
 * nobody came. Raising it hides that, lowering it wakes people twice for one matter.
 */
const AGAIN_AFTER_MINUTES = 15;
const AGAIN_AFTER_MS = AGAIN_AFTER_MINUTES * 60_000;

/** Does this message tell of danger that somebody must be woken for? */
export function isNewDanger({ status, flags, alarmedAt }: Ticket, { emergency }: Understanding, now: Date): boolean {
  if (!emergency || !isOpen(status)) return false;
  return !flags.emergency || now.getTime() - Date.parse(alarmedAt ?? "") > AGAIN_AFTER_MS;
}

/** What a ticket becomes by it. */
export function inDanger({ category }: Ticket, { needsTriage, triage }: Understanding) {
  return {
    category: needsTriage ? category : triage.category.value,
    urgency: "emergency" as const,
    emergency: true,
    raised: true,
    ...(triage.callFirst === undefined ? {} : { callFirst: triage.callFirst }),
  };
}

/**
 * Danger in the transcript of a call of which an agent made a ticket. The agent heard the caller: who said how urgent
 * it is keeps the last word, and who left that to triage did so with a few words of what the transcript has in full.
 */
export function dangerOnCall(ticket: Ticket, read: Understanding, now: Date): Classified[] {
  const { urgency, triage, place, flags } = ticket;
  const judged = triage.urgency.why.includes("agent") || urgency !== triage.urgency.value;
  if (judged || !isNewDanger(ticket, read, now)) return [];
  return [{ type: "ticket.classified", ...inDanger(ticket, read), place, needsTriage: flags.needsTriage }];
}
