import type { OutboundMessage } from "#contracts/outbound-message";
import type { AlertList } from "#notifications/alert-list";
import { failureAlerts } from "#notifications/failure-alerts";
import type { Organisation } from "#notifications/telling-context";
import type { TicketStore } from "#tickets/ticket-store";

export interface AlertFailureDependencies {
  readonly tickets: Pick<TicketStore, "find">;
  readonly alerts: Pick<AlertList, "put">;
  readonly routing: Pick<Organisation, "staffFor">;
}

/** Tells the desk that somebody could not be told of a ticket; doing it again changes nothing. */
export function alertFailure({ tickets, alerts, routing }: AlertFailureDependencies) {
  return async (message: OutboundMessage): Promise<void> => {
    const ticket = message.ticketId === undefined ? undefined : await tickets.find(message.ticketId);
    if (ticket !== undefined) await alerts.put(failureAlerts(message, ticket, routing));
  };
}
