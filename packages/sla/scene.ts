import type { Allowance, ClockName } from "#contracts/clock";
import type { Ladder, Policy } from "#contracts/configuration/policy";
import type { Ticket } from "#contracts/ticket";
import type { SlaRules } from "#sla/sla-rules";
import type { WorkingCalendar } from "#sla/working-calendar";

/** What clocks look at on a ticket. */
export type TimedTicket = Pick<Ticket, "urgency" | "openedAt"> &
  Partial<Pick<Ticket, "status" | "agency" | "assignee" | "category">>;

/** A ticket at a moment, under the policy in force when it was opened. */
export interface Scene {
  readonly ticket: TimedTicket;
  readonly now: number;
  readonly rules: SlaRules;
  readonly policy: Policy;
  readonly policyVersion: string;
}

export function sceneOf(ticket: TimedTicket, now: Date, rules: SlaRules): Scene {
  const policy = rules.policyAt(new Date(ticket.openedAt));
  return { ticket, now: now.getTime(), rules, policy, policyVersion: `${policy.id}@${policy.version}` };
}

/** How long this promise may take on this ticket; undefined where the policy does not make it. */
export function allowanceFor(name: ClockName, { policy, ticket }: Scene): Allowance | undefined {
  if (isExempt(name, { policy, ticket })) return undefined;
  const allowances = policy.allowances[name];
  if (allowances === undefined || isAllowance(allowances)) return allowances;
  return allowances[ticket.urgency] ?? allowances.normal;
}

/** Another law gives this category its own time: the hotline makes no such promise. */
export function isExempt(name: ClockName, { policy, ticket }: Pick<Scene, "policy" | "ticket">): boolean {
  return (policy.exempt ?? []).some(({ category, clocks }) => category === ticket.category && clocks.includes(name));
}

function isAllowance(value: object): value is Allowance {
  return "elapsed" in value || "working" in value || "workingDays" in value;
}

export type Warning = Policy["warnings"][string][number];

/** Who is warned of a clock and when; nobody of the citizen's own time to confirm. */
export function warningsFor(name: ClockName, { policy }: Scene): readonly Warning[] {
  if (name === "confirm") return [];
  return policy.warnings[name] ?? policy.warnings["default"] ?? [];
}

/** Who is told of a breach and then of what; undefined where the policy has no ladder. */
export function ladderFor(name: ClockName, { policy, rules, ticket }: Scene): Ladder | undefined {
  const ordinary = policy.ladders[name] ?? policy.ladders["default"];
  const id = ticket.urgency === "emergency" ? (policy.emergencyLadder ?? ordinary) : ordinary;
  return id === undefined ? undefined : rules.ladder(id);
}

/** The calendar of the agency that has the ticket. */
export function calendarFor({ rules, ticket, now }: Scene): WorkingCalendar {
  return rules.calendarOf(ticket.agency, new Date(now));
}
