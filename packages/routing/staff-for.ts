import type { Agency, Staff } from "#contracts/configuration/organisation";
import type { Tell } from "#contracts/configuration/policy";

/** Who may stand on a rung. */
export interface StaffQuestion {
  readonly role: Tell["tell"];
  readonly scope: Tell["scope"];
  /** The ticket's agency; a ticket at the desk has none. */
  readonly agency: Agency | undefined;
  readonly date: string;
}

export interface StaffList {
  readonly staff: readonly Staff[];
  /** Agencies of the province as a whole: its committee, its office, the call centre. */
  readonly isProvincial: (agencyId: string) => boolean;
}

/** The ids of those who hold a role, in the order of staff.json; who is away is replaced by their delegate, or left out. */
export function staffFor(question: StaffQuestion, { staff, isProvincial }: StaffList): readonly string[] {
  const { role, scope, agency, date } = question;
  const belongs = (id: string): boolean =>
    scope === "province" ? isProvincial(id) : id === (scope === "parent" ? agency?.parent : agency?.id);
  const holders = staff.filter((person) => person.roles.includes(role) && belongs(person.agency));
  const byId = new Map(staff.map((person) => [person.id, person]));
  const present = holders.flatMap(({ id }) => presentFor(id, date, byId) ?? []);
  return [...new Set(present)];
}

type Absence = NonNullable<Staff["away"]>[number];

/** The person, or whoever stands in for them that day; a circle of people who are all away ends with nobody. */
function presentFor(id: string, date: string, byId: ReadonlyMap<string, Staff>): string | undefined {
  const asked = new Set<string>();
  for (let current: string | undefined = id; current !== undefined && !asked.has(current); ) {
    asked.add(current);
    const absence: Absence | undefined = byId.get(current)?.away?.find(({ from, to }) => from <= date && date <= to);
    if (absence === undefined) return current;
    current = absence.delegate;
  }
  return undefined;
}
