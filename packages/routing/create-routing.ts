import type { Agency, Area } from "#contracts/configuration/organisation";
import type { Tell } from "#contracts/configuration/policy";
import type { Province } from "#contracts/configuration/province";
import { hanoiLocal } from "#platform/hanoi-local";
import { type AreaMatch, areaByName } from "#routing/area-by-name";
import { areaLabel } from "#routing/area-label";
import { type AgencyChoice, chooseAgency, type Matter } from "#routing/choose-agency";
import { directoryOf } from "#routing/directory";
import { staffFor } from "#routing/staff-for";

export type RoutingParts = Pick<Province, "province" | "agencies" | "areas" | "categories" | "routes" | "staff"> & {
  readonly calendars: Pick<Province["calendars"], "defaultCalendar">;
};

/** Who does what where, on any day: everything that depends on the province's organisation. */
export interface Routing {
  chooseAgency(matter: Matter & { readonly at: Date }): AgencyChoice;
  agencyAt(id: string, at: Date): Agency | undefined;
  areaAt(code: string, at: Date): Area | undefined;
  areaByName(name: string, at: Date, spelling: { readonly accented: boolean }): AreaMatch;
  areaLabel(code: string, at: Date): string;
  /** The ids of those who are told; empty when nobody holds the role. `agencyId` is absent for a ticket at the desk. */
  staffFor(role: Tell["tell"], scope: Tell["scope"], agencyId: string | undefined, at: Date): readonly string[];
  calendarOf(agencyId: string | undefined, at: Date): string;
}

/** Builds the lookups once for a province; each answer is for the day of `at` in Vietnam. */
export function createRouting(parts: RoutingParts): Routing {
  const { province, staff, calendars } = parts;
  const directory = directoryOf(parts);
  const rules = { categories: parts.categories, routes: parts.routes, callCentre: province.callCentre };
  const day = (at: Date): string => hanoiLocal(at).date;
  const agencyAt = (id: string, at: Date) => directory.agencyAt(id, day(at));
  return {
    chooseAgency: ({ at, ...matter }) => chooseAgency(matter, day(at), rules, directory),
    agencyAt,
    areaAt: (code, at) => directory.areaAt(code, day(at)),
    areaByName: (name, at, spelling) => areaByName(name, directory.areasAt(day(at)), spelling),
    areaLabel(code, at) {
      const area = directory.areaAt(code, day(at));
      return area === undefined ? code : areaLabel(area);
    },
    staffFor(role, scope, agencyId, at) {
      const agency = agencyAt(agencyId ?? province.callCentre, at);
      const isProvincial = (id: string) => ["province", "centre"].includes(agencyAt(id, at)?.kind ?? "");
      return staffFor({ role, scope, agency, date: day(at) }, { staff, isProvincial });
    },
    calendarOf: (agencyId, at) => agencyAt(agencyId ?? province.callCentre, at)?.calendar ?? calendars.defaultCalendar,
  };
}
