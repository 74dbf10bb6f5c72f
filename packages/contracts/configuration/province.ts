import type { CalendarsFile } from "#contracts/configuration/calendar";
import type { Agency, Area, Category, ProvinceFile, Route, Staff } from "#contracts/configuration/organisation";
import type { PoliciesFile } from "#contracts/configuration/policy";
import type { Template } from "#contracts/configuration/template";

/** Everything a province configures, read from its folder and checked as a whole. */
export interface Province {
  readonly province: ProvinceFile;
  readonly agencies: readonly Agency[];
  readonly areas: readonly Area[];
  readonly categories: readonly Category[];
  readonly routes: readonly Route[];
  readonly staff: readonly Staff[];
  readonly templates: readonly Template[];
  readonly calendars: CalendarsFile;
  readonly policies: PoliciesFile;
}
