import type { CitizenStore } from "#citizens/citizen-store";
import type { OutboundKind, OutboundMessage } from "#contracts/outbound-message";
import type { AlertList } from "#notifications/alert-list";
import { failureAlerts } from "#notifications/failure-alerts";
import type { Organisation } from "#notifications/telling-context";
import type { TicketStore } from "#tickets/ticket-store";

export interface AlertFailureDependencies {
  readonly tickets: Pick<TicketStore, "find">;
  readonly citizens: Pick<CitizenStore, "ofConversation">;
  readonly alerts: Pick<AlertList, "put">;
  readonly routing: Pick<Organisation, "staffFor">;
}

/** What a person said to the citizen, and the end of the matter: somebody may have to call, whatever was asked of us. */
const worthACall: ReadonlySet<OutboundKind> = new Set(["reply", "question", "resolution"]);

/**
 * Tells the desk that somebody could not be told of a ticket; doing it again changes nothing.
 *
 * A citizen who told us to stop was not told on purpose: that is no alert, unless it was worth a call.
 */
export function alertFailure({ tickets, citizens, alerts, routing }: AlertFailureDependencies) {
  return async (message: OutboundMessage): Promise<void> => {
    if (!worthACall.has(message.kind) && (await isRefused(message, citizens))) return;
    const ticket = message.ticketId === undefined ? undefined : await tickets.find(message.ticketId);
    if (ticket !== undefined) await alerts.put(failureAlerts(message, ticket, routing));
  };
}

async function isRefused(
  { recipient }: OutboundMessage,
  citizens: AlertFailureDependencies["citizens"],
): Promise<boolean> {
  if (recipient.kind !== "citizen") return false;
  return (await citizens.ofConversation(recipient.conversation))?.reply.kind === "refused";
}
