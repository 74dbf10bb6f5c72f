import type { LedgerEntry } from "#contracts/domain-event";
import type { Alert, OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { tellCitizen } from "#notifications/tell-citizen";
import { type Page, tellStaff } from "#notifications/tell-staff";
import type { Reach, TellingContext } from "#notifications/telling-context";

/** All that follows from one act: lines in alert lists, messages that leave, and pages that may be folded into a digest. */
export interface Telling {
  readonly alerts: readonly Alert[];
  readonly messages: readonly OutboundMessage[];
  readonly foldable: readonly Page[];
}

/**
 * Who must be told what of one act on a ticket. Pure: the same act gives the same messages under the same ids,
 * so it can be asked again after a crash. `ticket` is the head as the act left it.
 *
 * What concerns an emergency is never folded and leaves before everything else.
 */
export function whatToTell(entry: LedgerEntry, ticket: Ticket, context: TellingContext, reach: Reach): Telling {
  const { alerts, pages } = tellStaff(entry, ticket, context);
  // an agent may have lowered it before anybody was told of the danger
  const isUrgent = ({ alert }: Page) =>
    ticket.urgency === "emergency" || ticket.flags.emergency || alert.kind === "emergency";
  return {
    alerts,
    messages: [...pages.filter(isUrgent).map(({ message }) => message), ...tellCitizen(entry, ticket, context, reach)],
    foldable: pages.filter((page) => !isUrgent(page)),
  };
}
