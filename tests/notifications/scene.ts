import { fileURLToPath } from "node:url";
import type { DomainEvent, LedgerEntry } from "#contracts/domain-event";
import type { OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { tellingContext } from "#notifications/telling-context";
import { loadProvince } from "#province/load-province";
import { createRouting } from "#routing/create-routing";

export const province = loadProvince(fileURLToPath(new URL("../../packages/province/dong-thap/", import.meta.url)));
export const routing = createRouting(province);
export const context = tellingContext(province, routing);

export const at = "2026-09-14T01:15:30.000Z";
export const hanoi = (local: string) => new Date(`${local}:00+07:00`);

const clock = {
  name: "resolve",
  epoch: 1,
  startedAt: at,
  allowance: { workingDays: 2 },
  calendar: "van-phong",
  calendarVersion: "1",
  policyVersion: "1",
  warned: 0,
  state: "running",
  dueAt: "2026-09-16T10:00:00.000Z",
} as const;
export const runningClock = clock;
export const breachedClock = { ...clock, state: "breached", breachedAt: "2026-09-16T10:00:00.000Z" } as const;

/** A pothole in Vĩnh Kim, with its commune; only what matters to the test is given. */
export function ticketOf(rest: Partial<Ticket> = {}): Ticket {
  return {
    id: "T1",
    code: "DT-2026-000123-K",
    version: 1,
    status: "assigned",
    channel: "zalo",
    conversation: "zalo#8309393969855400001",
    citizen: "citizen-1",
    category: "giao_thong",
    urgency: "normal",
    title: "ổ gà trước chợ Vĩnh Kim",
    place: { areaCode: "xa-vinh-kim", area: "xã Vĩnh Kim" },
    agency: "ubnd-xa-vinh-kim",
    supporting: [],
    clocks: [clock],
    flags: { emergency: false, anonymous: false, publish: false, needsTriage: false, reopened: false },
    triage: {
      category: { value: "giao_thong", confidence: 1, why: [] },
      urgency: { value: "normal", confidence: 1, why: [] },
      place: { value: {}, confidence: 1, why: [] },
    },
    firstMessageId: "m1",
    messageCount: 1,
    openedAt: at,
    updatedAt: at,
    ...rest,
  };
}

export function entryOf(events: readonly DomainEvent[], rest: Partial<LedgerEntry> = {}): LedgerEntry {
  return { ticketId: "T1", sequence: 1, at, actor: { kind: "system" }, events: [...events], ...rest };
}

/** The event that opened a ticket, as its head says. */
export function openedEvent(ticket: Ticket): DomainEvent {
  const { code, channel, conversation, citizen, category, urgency, title, place, flags, triage } = ticket;
  const opened = { code, channel, conversation, citizen, category, urgency, title, place, flags, triage };
  return { type: "ticket.opened", ...opened, firstMessageId: "m1" };
}

/** A message that waits in the outbox. */
export function messageOf(rest: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: "T1.1.0.citizen.zalo",
    kind: "reply",
    channel: "zalo",
    fallback: [],
    recipient: { kind: "citizen", citizen: "citizen-1", conversation: "zalo#8309393969855400001" },
    ticketId: "T1",
    ticketCodes: ["DT-2026-000123-K"],
    text: "Đã trả lời",
    smsText: "Da tra loi",
    createdAt: at,
    state: "queued",
    attempts: 0,
    ...rest,
  };
}
