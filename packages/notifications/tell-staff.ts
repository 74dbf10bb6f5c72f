import type { TemplateId } from "#contracts/configuration/template";
import { type DomainEvent, eventIdOf, type LedgerEntry, type SlaEvent } from "#contracts/domain-event";
import {
  type Alert,
  type OutboundChannel,
  type OutboundMessage,
  outboundChannelSchema,
} from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { agencyList, PROVINCE_LIST } from "#notifications/alert-list";
import { clockNames } from "#notifications/clock-names";
import { fillTemplate, type Value } from "#notifications/fill-template";
import { alertIdOf, messageIdOf } from "#notifications/message-ids";
import { staffAddress } from "#notifications/staff-address";
import { type TellingContext, templateOf } from "#notifications/telling-context";
import { latenessText, momentText } from "#notifications/wording-of-time";

/** A message about an alert. Only an emergency leaves at once whatever else there is to tell. */
export interface Page {
  readonly message: OutboundMessage;
  readonly alert: Alert;
}

export interface StaffTelling {
  readonly alerts: Alert[];
  readonly pages: Page[];
}

/** What one event says to whom, before it is split by person and channel. */
interface Announcement {
  readonly told: readonly string[];
  readonly channels: readonly string[];
  readonly template: TemplateId;
  readonly values: Readonly<Record<string, Value>>;
  readonly about: Omit<Alert, "id" | "staff" | "ticketId" | "ticketCode" | "agency" | "at">;
}

interface Subject {
  readonly entry: LedgerEntry;
  readonly ticket: Ticket;
  readonly context: TellingContext;
}

type Ringing = Extract<SlaEvent, { type: "sla.warned" | "sla.breached" | "sla.escalated" }>;
const everyChannel = ["desk", ...outboundChannelSchema.options];

/** Alerts and pages of one act on a ticket: each rung's people, the duty supervisor in an emergency. */
export function tellStaff(entry: LedgerEntry, ticket: Ticket, context: TellingContext): StaffTelling {
  const subject = { entry, ticket, context };
  const told = entry.events.flatMap((event, position) => {
    const announcement = announcementOf(event, subject);
    return announcement === undefined ? [] : [announced(announcement, eventIdOf(entry, position), subject)];
  });
  return { alerts: told.flatMap(({ alerts }) => alerts), pages: told.flatMap(({ pages }) => pages) };
}

function announcementOf(event: DomainEvent, subject: Subject): Announcement | undefined {
  switch (event.type) {
    case "sla.warned":
    case "sla.breached":
    case "sla.escalated":
      return ofRinging(event, subject);
    case "ticket.opened":
      return event.flags.emergency ? ofEmergency(subject) : undefined;
    case "ticket.classified":
      return event.emergency ? ofEmergency(subject) : undefined;
    case "ticket.escalated":
      return ofRaising(event.reason, subject);
    default:
      return undefined;
  }
}

function ofRinging(event: Ringing, subject: Subject): Announcement {
  const { clock, told, channels, lateByMs } = event;
  const kind = event.type.slice("sla.".length) as "warned" | "breached" | "escalated";
  const dueAt = "dueAt" in clock ? clock.dueAt : undefined;
  const rung = event.type === "sla.escalated" ? event.rung : undefined;
  return {
    told,
    channels,
    template: `alert-${kind}`,
    values: {
      ...about(subject),
      clock: clockNames[clock.name],
      due: dueAt === undefined ? "" : momentText(dueAt),
      late: latenessText(lateByMs),
      ...(rung === undefined ? {} : { rung: String(rung) }),
    },
    about: {
      kind,
      clock: clock.name,
      epoch: clock.epoch,
      lateByMs,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(rung === undefined ? {} : { rung }),
    },
  };
}

function ofEmergency(subject: Subject): Announcement {
  const { ticket, context, entry } = subject;
  const at = new Date(entry.at);
  const onDuty = context.organisation.staffFor("duty-supervisor", "province", ticket.agency, at);
  const told = onDuty.length > 0 ? onDuty : context.organisation.staffFor("supervisor", "province", ticket.agency, at);
  const values = { ...about(subject), place: ticket.place.area ?? "chưa rõ nơi", url: context.urls.deskUrl };
  return { told, channels: everyChannel, template: "alert-emergency", values, about: { kind: "emergency" } };
}

function ofRaising(reason: string, subject: Subject): Announcement {
  const { ticket, context, entry } = subject;
  const told = context.organisation.staffFor("supervisor", "province", ticket.agency, new Date(entry.at));
  const values = { ...about(subject), reason };
  return { told, channels: ["desk", "sms", "email"], template: "alert-raised", values, about: { kind: "escalated" } };
}

function about({ ticket, context, entry }: Subject): Record<string, Value> {
  const agency =
    ticket.agency === undefined ? undefined : context.organisation.agencyAt(ticket.agency, new Date(entry.at));
  const name = agency?.name ?? "Tổng đài 1022";
  return { code: ticket.code, agency: { text: name, sms: agency?.shortName ?? name } };
}

/** A line for each list that must show it, and a page for each person told and each of their open channels. */
function announced(announcement: Announcement, eventId: string, subject: Subject): StaffTelling {
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
  { channels: wanted, template, values }: Announcement,
  eventId: string,
  { ticket, entry, context }: Subject,
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
