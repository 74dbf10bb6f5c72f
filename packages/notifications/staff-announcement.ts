import type { TemplateId } from "#contracts/configuration/template";
import type { DomainEvent, LedgerEntry, SlaEvent } from "#contracts/domain-event";
import { type Alert, outboundChannelSchema } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { clockNames } from "#notifications/clock-names";
import type { Value } from "#notifications/fill-template";
import { onDuty } from "#notifications/on-duty";
import type { TellingContext } from "#notifications/telling-context";
import { latenessText, momentText } from "#notifications/wording-of-time";

/** What one event says to whom, before it is split by person and channel. */
export interface StaffAnnouncement {
  readonly told: readonly string[];
  readonly channels: readonly string[];
  readonly template: TemplateId;
  readonly values: Readonly<Record<string, Value>>;
  readonly about: Omit<Alert, "id" | "staff" | "ticketId" | "ticketCode" | "agency" | "at">;
}

/** An act on a ticket, and the province it happened in. */
export interface StaffSubject {
  readonly entry: LedgerEntry;
  readonly ticket: Ticket;
  readonly context: TellingContext;
}

type Ringing = Extract<SlaEvent, { type: "sla.warned" | "sla.breached" | "sla.escalated" }>;
/** The alert list and every way out of the house. */
export const everyChannel = ["desk", ...outboundChannelSchema.options];

/** What staff hear of an event; nothing of most. */
export function staffAnnouncement(event: DomainEvent, subject: StaffSubject): StaffAnnouncement | undefined {
  switch (event.type) {
    case "sla.warned":
    case "sla.breached":
    case "sla.escalated":
      return ofRinging(event, subject);
    case "ticket.opened":
      return event.flags.emergency ? ofEmergency(subject) : undefined;
    case "ticket.classified":
      return event.raised === true ? ofEmergency(subject) : undefined;
    case "ticket.escalated":
      return ofRaising(event.reason, subject);
    default:
      return undefined;
  }
}

function ofRinging(event: Ringing, subject: StaffSubject): StaffAnnouncement {
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

function ofEmergency(subject: StaffSubject): StaffAnnouncement {
  const { ticket, context, entry } = subject;
  const told = onDuty(ticket, new Date(entry.at), context);
  const values = { ...about(subject), place: ticket.place.area ?? "chưa rõ nơi", url: context.urls.deskUrl };
  return { told, channels: everyChannel, template: "alert-emergency", values, about: { kind: "emergency" } };
}

function ofRaising(reason: string, subject: StaffSubject): StaffAnnouncement {
  const { ticket, context, entry } = subject;
  const told = context.organisation.staffFor("supervisor", "province", ticket.agency, new Date(entry.at));
  const values = { ...about(subject), reason };
  return { told, channels: ["desk", "sms", "email"], template: "alert-raised", values, about: { kind: "escalated" } };
}

function about({ ticket, context, entry }: StaffSubject): Record<string, Value> {
  const agency =
    ticket.agency === undefined ? undefined : context.organisation.agencyAt(ticket.agency, new Date(entry.at));
  const name = agency?.name ?? "Tổng đài 1022";
  return { code: ticket.code, agency: { text: name, sms: agency?.shortName ?? name } };
}
