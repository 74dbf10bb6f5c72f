import { eventIdOf, type LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { type AlertList, PROVINCE_LIST } from "#notifications/alert-list";
import { alertIdOf } from "#notifications/message-ids";
import type { Logger } from "#platform/logger";
import type { TicketReads } from "#tickets/ticket-reads";

export interface SettleEmergencyDependencies {
  readonly alerts: Pick<AlertList, "find" | "acknowledge">;
  readonly reads: Pick<TicketReads, "ledger">;
  readonly logger: Logger;
  readonly now: () => Date;
}

/**
 * Danger was handed over to those who can end it: its alerts, which stay open until somebody takes them on, are ticked
 * off in the name of who handed over.
 *
 * The hand-over is done; an alert that cannot be ticked off stays open, which harms nobody.
 */
export async function settleEmergency(
  { id, code }: Ticket,
  by: string,
  { alerts, reads, logger, now }: SettleEmergencyDependencies,
): Promise<void> {
  try {
    for (const alertId of (await reads.ledger(id)).flatMap(emergencyAlerts)) {
      const alert = await alerts.find([PROVINCE_LIST], alertId);
      if (alert !== undefined) await alerts.acknowledge(alert, by, now());
    }
  } catch (error) {
    logger.error("alert of an emergency not ticked off", { ticketCode: code, error });
  }
}

/** The ids of the alerts that an entry raised: derived from its events, as they were when it was told. */
function emergencyAlerts(entry: LedgerEntry): string[] {
  return entry.events.flatMap((event, position) => {
    const raised =
      (event.type === "ticket.opened" && event.flags.emergency) ||
      (event.type === "ticket.classified" && event.raised === true);
    return raised ? [alertIdOf(entry.at, eventIdOf(entry, position))] : [];
  });
}
