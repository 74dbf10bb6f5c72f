import type { CalendarsFile } from "#contracts/configuration/calendar";
import type { Ladder, PoliciesFile, Policy, Tell } from "#contracts/configuration/policy";
import { calendarsOf } from "#sla/calendars";
import { dateOf } from "#sla/hanoi-day";
import type { WorkingCalendar } from "#sla/working-calendar";

/** Who holds a role for a ticket's agency at a moment, by staff id; a ticket at the desk has no agency. */
export type WhoHolds = (
  role: Tell["tell"],
  scope: Tell["scope"],
  agencyId: string | undefined,
  at: Date,
) => readonly string[];

export interface SlaRulesParts {
  readonly calendars: CalendarsFile;
  readonly policies: PoliciesFile;
  readonly whoHolds: WhoHolds;
  /** The id of an agency's calendar. */
  readonly calendarOf: (agencyId: string, at: Date) => string;
}

/** Everything that clocks need to know of a province. */
export interface SlaRules {
  /** The policy in force when a ticket was opened; one from before the first date gets the first policy. */
  policyAt(openedAt: Date): Policy;
  /** A calendar by its id. */
  calendar(id: string): WorkingCalendar;
  /** The calendar by which an agency works; without an agency, the offices' own. */
  calendarOf(agencyId: string | undefined, at: Date): WorkingCalendar;
  ladder(id: string): Ladder;
  readonly whoHolds: WhoHolds;
}

/** Builds the rules once for a province; throws a `RangeError` for a policy or ladder that does not exist. */
export function slaRules({ calendars, policies: file, whoHolds, calendarOf }: SlaRulesParts): SlaRules {
  const calendar = calendarsOf(calendars);
  const policies = finder("policy", file.policies);
  const ladder = finder("ladder", file.ladders);
  const inForce = file.inForce.map(({ from, policy }) => ({ from, policy: policies(policy) }));
  for (const { ladders, emergencyLadder } of file.policies) {
    for (const id of [...Object.values(ladders), ...(emergencyLadder === undefined ? [] : [emergencyLadder])])
      ladder(id);
  }
  const first = inForce[0];
  if (first === undefined) throw new RangeError("No policy is in force, expected at least one");
  return {
    policyAt(openedAt) {
      const date = dateOf(openedAt.getTime());
      return (inForce.findLast(({ from }) => from <= date) ?? first).policy;
    },
    calendar,
    calendarOf: (agencyId, at) => calendar(agencyId === undefined ? undefined : calendarOf(agencyId, at)),
    ladder,
    whoHolds,
  };
}

function finder<T extends { readonly id: string }>(kind: string, rows: readonly T[]): (id: string) => T {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = byId.get(id);
    if (row !== undefined) return row;
    throw new RangeError(`Unknown ${kind} "${id}", expected one of ${[...byId.keys()].join(", ")}`);
  };
}
