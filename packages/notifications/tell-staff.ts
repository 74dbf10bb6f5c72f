import { eventIdOf, type LedgerEntry } from "#contracts/domain-event";
import type { Alert, OutboundChannel, OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { agencyList, PROVINCE_LIST } from "#notifications/alert-list";
import { fillTemplate } from "#notifications/fill-template";
import { alertIdOf, messageIdOf } from "#notifications/message-ids";
import { staffAddress } from "#notifications/staff-address";
import { type StaffAnnouncement, type StaffSubject, staffAnnouncement } from "#notifications/staff-announcement";
import { type TellingContext, templateOf } from "#notifications/telling-context";

/** A message about an alert. Only an emergency leaves at once whatever else there is to tell. */
export interface Page {
  readonly message: OutboundMessage;
  readonly alert: Alert;
}

/** Of the act only its moment counts. */
type Occasion = Pick<StaffSubject, "ticket" | "context"> & { readonly entry: Pick<StaffSubject["entry"], "at"> };

export interface StaffTelling {
  readonly alerts: Alert[];
  readonly pages: Page[];
}

/** Alerts and pages of one act on a ticket: each rung's people, the duty supervisor in an emergency. */
export function tellStaff(entry: LedgerEntry, ticket: Ticket, context: TellingContext): StaffTelling {
  const subject = { entry, ticket, context };
  const told = entry.events.flatMap((event, position) => {
    const announcement = staffAnnouncement(event, subject);
    return announcement === undefined ? [] : [announced(announcement, eventIdOf(entry, position), subject)];
  });
  return { alerts: told.flatMap(({ alerts }) => alerts), pages: told.flatMap(({ pages }) => pages) };
}

/** A line for each list that must show it, and a page for each person told and each of their open channels. */
export function announced(announcement: StaffAnnouncement, eventId: string, subject: Occasion): StaffTelling {
  const { ticket, entry } = subject;
  const alertFor = (staff: string): Alert => ({
    ...announcement.about,
    id: alertIdOf(entry.at, eventId),
    staff,
    ticketId: ticket.id,
    ticketCode: ticket.code,
    ...(ticket.agency === undefined ? {} : { agency: ticket.agency }),
    at: entry.at,
  });
  const shared = [...(ticket.agency === undefined ? [] : [agencyList(ticket.agency)]), PROVINCE_LIST];
  return {
    alerts: [...announcement.told, ...shared].map(alertFor),
    pages: announcement.told.flatMap((staff) =>
      pagesFor(staff, announcement, eventId, subject).map((message) => ({ alert: alertFor(staff), message })),
    ),
  };
}

function pagesFor(
  staff: string,
  { channels: wanted, template, values }: StaffAnnouncement,
  eventId: string,
  { ticket, entry, context }: Occasion,
): OutboundMessage[] {
  const wording = fillTemplate(templateOf(context, template), values);
  const channels = openChannels(staff, wanted, context);
  return channels.map((channel) => ({
    id: messageIdOf(eventId, staff, channel),
    kind: "alert",
    channel,
    // A Zalo account takes messages only from people who wrote to it lately; a phone always does.
    fallback: channel === "zalo" && !channels.includes("sms") && hasPhone(staff, context) ? ["sms"] : [],
    recipient: { kind: "staff", staff },
    ticketId: ticket.id,
    ticketCodes: [ticket.code],
    ...wording,
    createdAt: entry.at,
    state: "queued",
    attempts: 0,
  }));
}

/** The channels of the rung on which this person can be reached; where none is, the first they have. */
function openChannels(staff: string, wanted: readonly string[], { staff: people }: TellingContext): OutboundChannel[] {
  const person = people.get(staff);
  if (person === undefined) return [];
  const theirs = (["sms", "zalo", "email", "webhook"] as const).filter(
    (way) => staffAddress(person, way) !== undefined,
  );
  const open = theirs.filter((channel) => wanted.includes(channel));
  const leavesTheHouse = wanted.some((channel) => channel !== "desk");
  return open.length > 0 || !leavesTheHouse ? open : theirs.slice(0, 1);
}

function hasPhone(staff: string, { staff: people }: TellingContext): boolean {
  return people.get(staff)?.phone !== undefined;
}
