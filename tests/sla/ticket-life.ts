import type { Clock, ClockName } from "#contracts/clock";
import type { PoliciesFile } from "#contracts/configuration/policy";
import type { SlaEvent, TicketEvent } from "#contracts/domain-event";
import { slaEventSchema } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { Urgency } from "#contracts/words";
import { type Acknowledgement, acknowledge } from "#sla/acknowledge";
import { followTicketEvents } from "#sla/follow-ticket-events";
import { recompute } from "#sla/recompute";
import { ring } from "#sla/ring";
import { type SlaRules, type SlaRulesParts, slaRules, type WhoHolds } from "#sla/sla-rules";
import { clockTransition, transition } from "#tickets/transition";
import { calendarsFile, hanoi, policiesFile } from "./dong-thap.ts";

/** One person for each role and place, named after both: what an event says of who was told can be read. */
const everyRoleHeld: WhoHolds = (role, scope, agency) => [`${role}/${scope === "agency" ? (agency ?? "desk") : scope}`];
const calendarOfAgency = (agency: string): string =>
  agency === "centre" ? "van-phong-co-sang-thu-bay" : agency === "watch" ? "truc-24-7" : "van-phong";

export function rulesWith(parts: Partial<SlaRulesParts> = {}): SlaRules {
  return slaRules({
    calendars: calendarsFile,
    policies: policiesFile,
    whoHolds: everyRoleHeld,
    calendarOf: calendarOfAgency,
    ...parts,
  });
}

/** The province's policies with something of the one in force replaced. */
export function policiesWith(changes: Partial<PoliciesFile["policies"][number]>): PoliciesFile {
  const policies = policiesFile.policies.map((policy) =>
    policy.id === "dong-thap-2026" ? { ...policy, ...changes } : policy,
  );
  return { ...policiesFile, policies };
}

interface Beginning {
  readonly at: string;
  readonly urgency?: Urgency;
  readonly agency?: string;
  readonly category?: string;
  readonly rules?: SlaRules;
}

/** A ticket that things happen to, with the real ledger of the ticket slice around the clocks. */
export class TicketLife {
  ticket: Ticket;
  rules: SlaRules;

  constructor({ at, urgency = "normal", agency, category = "lighting", rules = rulesWith() }: Beginning) {
    this.rules = rules;
    const assigned = agency === undefined ? [] : [assign(agency)];
    const act = {
      ticketId: "t1",
      events: [openedWith(urgency, category), ...assigned],
      actor: { kind: "system" },
      now: hanoi(at),
    } as const;
    this.ticket = transition(undefined, act, (ticket, events, now) =>
      followTicketEvents(ticket, events, now, rules),
    ).after;
  }

  /** An act at the desk or by the citizen; gives what it did to the clocks. */
  act(at: string, ...events: TicketEvent[]): SlaEvent[] {
    const followed: SlaEvent[] = [];
    const act = { ticketId: "t1", events, actor: { kind: "staff" }, now: hanoi(at) } as const;
    this.ticket = transition(this.ticket, act, (ticket, facts, now) => {
      followed.push(...followTicketEvents(ticket, facts, now, this.rules).map((event) => slaEventSchema.parse(event)));
      return followed;
    }).after;
    return followed;
  }

  /** The sweep comes by. */
  ring(at: string): readonly SlaEvent[] {
    return this.#apply(at, ring(this.ticket, hanoi(at), this.rules).events);
  }

  acknowledge(at: string, acknowledgement: Acknowledgement): readonly SlaEvent[] {
    return this.#apply(at, acknowledge(this.ticket, acknowledgement, hanoi(at), this.rules));
  }

  recompute(at: string, rules: SlaRules): readonly SlaEvent[] {
    this.rules = rules;
    return this.#apply(at, recompute(this.ticket, hanoi(at), rules));
  }

  /** The last epoch of a clock. */
  clock(name: ClockName): Clock {
    const clock = this.ticket.clocks
      .filter((one) => one.name === name)
      .sort((a, b) => a.epoch - b.epoch)
      .at(-1);
    if (clock === undefined) throw new Error(`No clock ${name}, there are ${this.ticket.clocks.map((c) => c.name)}`);
    return clock;
  }

  /** `name#epoch state` of every clock. */
  states(): string[] {
    return this.ticket.clocks.map(({ name, epoch, state }) => `${name}#${epoch} ${state}`).sort();
  }

  #apply(at: string, events: readonly SlaEvent[]): readonly SlaEvent[] {
    for (const event of events) slaEventSchema.parse(event);
    if (events.length > 0) this.ticket = clockTransition(this.ticket, events, hanoi(at)).after;
    return events;
  }
}

/** One line for each ring: when it was heard is left out, who heard it is not. */
export function heard(events: readonly SlaEvent[]): string[] {
  return events.flatMap((event) => {
    const { name, epoch } = event.clock;
    if (event.type === "sla.warned") return [`${name}#${epoch} warned ${event.fraction} ${event.told}`];
    if (event.type === "sla.breached") return [`${name}#${epoch} breached ${event.told}`];
    if (event.type === "sla.escalated") return [`${name}#${epoch} rung ${event.rung} ${event.told}`];
    return [];
  });
}

/** `sla.met resolve#1` for each event. */
export function kinds(events: readonly SlaEvent[]): string[] {
  return events.map(({ type, clock }) => `${type} ${clock.name}#${clock.epoch}`);
}

export const assign = (agency: string): TicketEvent => ({ type: "ticket.assigned", agency, supporting: [] });
export const accept: TicketEvent = { type: "ticket.accepted", assignee: "officer-1" };
export const giveBack: TicketEvent = { type: "ticket.returned", reason: "not ours", from: "offices" };
export const reply: TicketEvent = { type: "ticket.replied", text: "We are on it", by: "officer-1" };
export const ask: TicketEvent = { type: "ticket.information-asked", text: "Which street?" };
export const answerOfCitizen: TicketEvent = { type: "ticket.information-given", messageId: "m2" };
export const resolve: TicketEvent = { type: "ticket.resolved", text: "Repaired" };
export const reopen: TicketEvent = { type: "ticket.reopened", reason: "Broken again" };
export const rate: TicketEvent = { type: "ticket.rated", score: 5 };
export const close: TicketEvent = { type: "ticket.closed", reason: "by-staff" };
export const merge: TicketEvent = { type: "ticket.merged", into: "DT-2026-000001-A" };
export const unmerge: TicketEvent = { type: "ticket.unmerged", from: "DT-2026-000001-A" };
export const report = (newDueAt: string): TicketEvent => ({
  type: "ticket.progress-reported",
  text: "Parts are ordered",
  newDueAt: hanoi(newDueAt).toISOString(),
});
export const extend = (newDueAt: string): TicketEvent => ({
  type: "ticket.extension-approved",
  reason: "Parts are ordered",
  newDueAt: hanoi(newDueAt).toISOString(),
  by: "supervisor-1",
});
export const classify = (urgency: Urgency, category = "lighting"): TicketEvent => ({
  type: "ticket.classified",
  category,
  urgency,
  place: {},
  needsTriage: false,
  emergency: urgency === "emergency",
});

function openedWith(urgency: Urgency, category: string): TicketEvent {
  const reading = <T>(value: T) => ({ value, confidence: 1, why: [] });
  return {
    type: "ticket.opened",
    code: "DT-2026-000002-B",
    channel: "web",
    conversation: "web#c1",
    citizen: "c1",
    category,
    urgency,
    title: "A street lamp is dark",
    place: {},
    flags: {
      emergency: urgency === "emergency",
      anonymous: false,
      publish: false,
      needsTriage: false,
      reopened: false,
    },
    triage: { category: reading("lighting"), urgency: reading(urgency), place: reading({}) },
    firstMessageId: "m1",
  };
}
