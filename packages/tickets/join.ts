import type { TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { doneStatuses, isOpen } from "#tickets/status-table";

const HOUR_MS = 3_600_000;

/**
 * Does a new message on the conversation still speak of this ticket's matter?
 *
 * While it is open or its answer is not yet final: yes. After closing: within `sameMatterHours`. A merged ticket
 * goes on under the one it was merged into.
 */
export function joins(ticket: Ticket, now: Date, sameMatterHours: number): boolean {
  if (isOpen(ticket.status) || doneStatuses.includes(ticket.status)) return true;
  if (ticket.status !== "closed" || ticket.closedAt === undefined) return false;
  return now.getTime() - Date.parse(ticket.closedAt) <= sameMatterHours * HOUR_MS;
}

/** A fixed or answered matter on which the citizen writes again is opened again, unless they ask nothing by it. */
const reopenable: readonly Ticket["status"][] = ["resolved", "answered", "closed"];

/** What one more message does to the ticket it joins. */
export function joinEvents(ticket: Ticket, message: InboundMessage, asksNothing: boolean): TicketEvent[] {
  const { vendorMessageId: messageId, conversation } = message;
  const added: TicketEvent = { type: "ticket.message-added", messageId, direction: "in", conversation };
  if (ticket.status === "waiting-citizen") return [added, { type: "ticket.information-given", messageId }];
  if (reopenable.includes(ticket.status) && !asksNothing) {
    return [added, { type: "ticket.reopened", reason: "Người dân nhắn lại về cùng sự việc", messageId }];
  }
  return [added];
}
