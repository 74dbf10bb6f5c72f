import type { TemplateId } from "#contracts/configuration/template";
import type { DomainEvent, DomainEventType, LedgerEntry } from "#contracts/domain-event";
import type { OutboundKind } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import type { EmergencyNumber } from "#contracts/words";
import { emergencyNumbersText, namedService } from "#notifications/emergency-numbers";
import type { Value } from "#notifications/fill-template";
import type { TellingContext } from "#notifications/telling-context";
import { momentText } from "#notifications/wording-of-time";

/** One thing to be said to the citizen. `waits`: not urgent, so not in quiet hours. */
export interface CitizenText {
  readonly template: TemplateId;
  readonly kind: OutboundKind;
  readonly values: Readonly<Record<string, Value>>;
  readonly waits: boolean;
}

interface Subject {
  readonly entry: LedgerEntry;
  readonly ticket: Ticket;
  readonly context: TellingContext;
}
type Texts = {
  readonly [T in DomainEventType]?: (event: Extract<DomainEvent, { type: T }>, subject: Subject) => CitizenText[];
};

const now = (template: TemplateId, kind: OutboundKind, values: CitizenText["values"]): CitizenText[] => [
  { template, kind, values, waits: false },
];
const later = (template: TemplateId, kind: OutboundKind, values: CitizenText["values"]): CitizenText[] => [
  { template, kind, values, waits: true },
];

/** What the citizen hears of each event; events that are not here are the office's own affair. */
const texts: Texts = {
  "ticket.opened": ({ flags, triage }, subject) => [
    ...(flags.emergency ? advice(triage.callFirst) : []),
    ...acknowledgement(subject),
  ],
  "ticket.classified": ({ raised, callFirst }, { ticket }) =>
    raised === true ? advice(callFirst ?? ticket.triage.callFirst) : [],
  "ticket.assigned": (_, subject) =>
    isFirstForward(subject.entry) ? later("assigned", "progress", promise(subject)) : [],
  "ticket.information-asked": ({ text }, { ticket: { code } }) => now("question", "question", { code, text }),
  "ticket.replied": ({ text }, { ticket: { code } }) => now("reply", "reply", { code, text }),
  "ticket.progress-reported": ({ text, newDueAt }, { ticket: { code } }) =>
    later("progress", "progress", { code, text, newDue: momentText(newDueAt) }),
  "ticket.extension-approved": ({ reason, newDueAt }, { ticket: { code } }) =>
    later("extension", "extension", { code, reason, newDue: momentText(newDueAt) }),
  "ticket.resolved": ({ text }, { ticket: { code } }) => later("resolution", "resolution", { code, text }),
  "ticket.answered": ({ text }, { ticket: { code } }) => later("answer", "resolution", { code, text }),
  "ticket.rejected": ({ reason, nextStep }, { ticket: { code } }) =>
    later("rejection", "resolution", { code, reason, nextStep }),
  "ticket.redirected": ({ to, reason }, subject) =>
    later(isComplaint(subject) ? "redirect-complaint" : "redirect", "resolution", {
      code: subject.ticket.code,
      to: agencyName(to, subject),
      reason,
    }),
  "ticket.handed-over": ({ to, text }, subject) =>
    now("handed-over", "progress", { code: subject.ticket.code, to: agencyName(namedService(to), subject), text }),
  "ticket.reopened": (_, subject) => now("reopened", "acknowledgement", promise(subject)),
  "ticket.merged": (_, { ticket: { code } }) => later("merged", "progress", { code }),
  "ticket.closed": (_, { ticket: { code }, entry, context }) =>
    entry.events.some(({ type }) => type === "ticket.rated")
      ? []
      : later("rating-request", "rating-request", { code, url: context.urls.trackingUrl }),
};

/** The texts one event has for the citizen, in the order they are to be read. */
export function citizenTexts(event: DomainEvent, subject: Subject): CitizenText[] {
  const text = texts[event.type] as ((event: DomainEvent, subject: Subject) => CitizenText[]) | undefined;
  return text?.(event, subject) ?? [];
}

const advice = (numbers: readonly EmergencyNumber[] | undefined): CitizenText[] =>
  now("emergency-advice", "emergency-advice", { numbers: emergencyNumbersText(numbers) });

function acknowledgement(subject: Subject): CitizenText[] {
  const { ticket, context, entry } = subject;
  const { code, place, title, agency } = ticket;
  if (title.trim() === "") return now("acknowledgement-describe", "acknowledgement", { code });
  const { candidates = [] } = place;
  if (candidates.length > 1) {
    const at = new Date(entry.at);
    const named = candidates.map(({ areaCode }) => context.organisation.areaLabel(areaCode, at)).join(" hay ");
    return now("acknowledgement-which-place", "acknowledgement", { code, candidates: named });
  }
  const url = context.urls.trackingUrl;
  if (agency === undefined) return now("acknowledgement-at-desk", "acknowledgement", { code, url });
  return now("acknowledgement", "acknowledgement", { ...promise(subject), url });
}

/** Who has it and until when: what every citizen wants to know. */
function promise(subject: Subject): Record<string, Value> {
  const { code, agency, clocks } = subject.ticket;
  const resolve = clocks.findLast(({ name }) => name === "resolve");
  const dueAt = resolve !== undefined && "dueAt" in resolve ? resolve.dueAt : undefined;
  return {
    code,
    agency: agency === undefined ? "Tổng đài 1022" : agencyName(agency, subject),
    due: dueAt === undefined ? "sẽ báo sau" : momentText(dueAt),
  };
}

/** The name of an agency of the province; anything else is a name already ("Công an tỉnh An Giang"). */
function agencyName(id: string, { entry, context }: Subject): Value {
  const agency = context.organisation.agencyAt(id, new Date(entry.at));
  return agency === undefined ? id : { text: agency.name, sms: agency.shortName ?? agency.name };
}

/** The desk found the agency: the citizen was told before that it was being looked for. Later hops are internal. */
function isFirstForward({ events }: LedgerEntry): boolean {
  const opening = events.some(({ type }) => type === "ticket.opened");
  return !opening && events.some((event) => event.type === "sla.met" && event.clock.name === "forward");
}

const isComplaint = ({ ticket }: Subject): boolean => ticket.category === "khieu_nai_to_cao";
