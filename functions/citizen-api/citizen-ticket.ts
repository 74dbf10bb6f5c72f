import type { DomainEvent, LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { namedService, numbersToCall } from "#notifications/emergency-numbers";
import { isOpen, statusTexts } from "#tickets/status-table";
import type { CitizenTicket } from "./routes.ts";

type Step = Omit<CitizenTicket["timeline"][number], "at">;

/** A ticket as the citizen who sent it sees it: no names of staff, no notes, nothing internal. */
export function citizenTicket(
  ticket: Ticket,
  ledger: readonly LedgerEntry[],
  agencyName: (id: string) => string | undefined,
): CitizenTicket {
  const { code, status, category, agency, openedAt, clocks } = ticket;
  const resolve = clocks.findLast(({ name }) => name === "resolve");
  const name = agency === undefined ? undefined : agencyName(agency);
  return {
    code,
    status,
    statusText: { ...statusTexts[status] },
    category,
    ...(name === undefined ? {} : { agency: name }),
    openedAt,
    ...(resolve !== undefined && "dueAt" in resolve && resolve.dueAt !== undefined ? { dueAt: resolve.dueAt } : {}),
    ...(resolve?.originalDueAt === undefined ? {} : { originalDueAt: resolve.originalDueAt }),
    ...(ticket.flags.emergency && isOpen(status) ? { callNow: [...numbersToCall(ticket.triage.callFirst)] } : {}),
    late: resolve?.state === "breached" || (resolve?.state === "met" && resolve.late),
    timeline: ledger.flatMap(({ at, events }) =>
      events.flatMap((event) => stepOf(event, agencyName)).map((step) => ({ at, ...step })),
    ),
  };
}

/** A code that was promised and whose form is still on its way. */
export function promisedTicket(code: string, openedAt: string): CitizenTicket {
  return {
    code,
    status: "received",
    statusText: { ...statusTexts.received },
    openedAt,
    late: false,
    timeline: [{ at: openedAt, what: { ...statusTexts.received } }],
  };
}

function stepOf(event: DomainEvent, agencyName: (id: string) => string | undefined): Step[] {
  switch (event.type) {
    case "ticket.opened":
      return [{ what: { ...statusTexts.received } }];
    case "ticket.assigned":
      return [{ what: { ...statusTexts.assigned }, text: agencyName(event.agency) ?? event.agency }];
    case "ticket.accepted":
      return [{ what: { ...statusTexts["in-progress"] } }];
    case "ticket.information-asked":
      return [{ what: { ...statusTexts["waiting-citizen"] }, text: event.text }];
    case "ticket.replied":
      return [{ what: { vi: "Tổng đài trả lời", en: "Reply" }, text: event.text }];
    case "ticket.progress-reported":
      return [{ what: { vi: "Báo tiến độ", en: "Progress" }, text: event.text, dueAt: event.newDueAt }];
    case "ticket.handed-over":
      return [{ what: { vi: "Đã báo lực lượng chức năng", en: "Handed over" }, text: namedService(event.to) }];
    case "ticket.extension-approved":
      return [{ what: { vi: "Gia hạn xử lý", en: "Due date extended" }, text: event.reason, dueAt: event.newDueAt }];
    default:
      return endingOf(event);
  }
}

function endingOf(event: DomainEvent): Step[] {
  switch (event.type) {
    case "ticket.resolved":
      return [{ what: { ...statusTexts.resolved }, text: event.text }];
    case "ticket.answered":
      return [{ what: { ...statusTexts.answered }, text: event.text }];
    case "ticket.rejected":
      return [{ what: { ...statusTexts.rejected }, text: `${event.reason}\n${event.nextStep}` }];
    case "ticket.redirected":
      return [{ what: { ...statusTexts.redirected }, text: `${event.to}: ${event.reason}` }];
    case "ticket.reopened":
      return [{ what: { vi: "Mở lại", en: "Reopened" } }];
    case "ticket.closed":
      return [{ what: { ...statusTexts.closed } }];
    case "ticket.merged":
      return [{ what: { ...statusTexts.merged }, text: event.into }];
    default:
      return [];
  }
}
