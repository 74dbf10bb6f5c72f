import type { Alert, OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { agencyList, PROVINCE_LIST } from "#notifications/alert-list";
import { alertIdOf } from "#notifications/message-ids";
import type { Organisation } from "#notifications/telling-context";

/**
 * Who hears that somebody could not be told: the officers who have the ticket, and the call centre, which can pick
 * up the phone. Dated by the message's last attempt: told again, it is the same alert.
 */
export function failureAlerts(
  message: OutboundMessage,
  ticket: Pick<Ticket, "id" | "code" | "agency" | "assignee">,
  { staffFor }: Pick<Organisation, "staffFor">,
): Alert[] {
  const at = new Date(message.claimedAt ?? message.createdAt);
  const { id, code, agency, assignee } = ticket;
  const theirs = assignee === undefined ? staffFor("officer", "agency", agency, at) : [assignee];
  const told = new Set([...theirs, ...staffFor("officer", "agency", undefined, at)]);
  const lists = [...told, ...(agency === undefined ? [] : [agencyList(agency)]), PROVINCE_LIST];
  return lists.map((staff) => ({
    id: alertIdOf(at.toISOString(), `${message.id}.failed`),
    staff,
    kind: "delivery-failed",
    ticketId: id,
    ticketCode: code,
    ...(agency === undefined ? {} : { agency }),
    at: at.toISOString(),
  }));
}
