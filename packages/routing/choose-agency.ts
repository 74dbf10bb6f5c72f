import type { Category, Route } from "#contracts/configuration/organisation";
import type { Urgency } from "#contracts/words";
import type { Directory } from "#routing/directory";
import { inForce } from "#routing/in-force";

/** What the choice depends on. `areaCode` is absent when nobody knows yet where the matter is. */
export interface Matter {
  readonly category: string;
  readonly urgency: Urgency;
  readonly areaCode?: string | undefined;
}

/** `desk`: not clear enough for an agency; the call centre looks at it. `why` is for the people at the desk. */
export type AgencyChoice =
  | { readonly agency: string; readonly supporting: readonly string[]; readonly why: string }
  | { readonly desk: true; readonly why: string };

export interface RoutingRules {
  readonly categories: readonly Category[];
  readonly routes: readonly Route[];
  readonly callCentre: string;
}

/**
 * Who handles a matter on a day: the first rule in force that fits its category, urgency and area.
 *
 * It never guesses: no rule, no area where a rule needs one, an agency that is gone, or a matter for other laws
 * all go to the call centre's desk.
 */
export function chooseAgency(matter: Matter, date: string, rules: RoutingRules, directory: Directory): AgencyChoice {
  const { category, areaCode } = matter;
  const redirect = rules.categories.find(({ code }) => code === category)?.redirect;
  if (redirect !== undefined) return desk(`không thuộc 1022: ${redirect}`);
  const candidates = rules.routes.filter((route) => inForce(route, date) && mayFit(route, matter));
  const route = candidates.find(
    ({ areas }) => areas === undefined || (areaCode !== undefined && areas.includes(areaCode)),
  );
  if (route === undefined) return desk(candidates.length > 0 ? needsArea(areaCode) : `chưa có quy tắc cho ${category}`);
  const agency = agencyOf(route, areaCode, date, directory);
  if (agency === undefined)
    return desk("communeOfArea" in route.to ? needsArea(areaCode) : "đơn vị không còn hoạt động");
  if (agency === rules.callCentre) return desk("tổng đài trả lời trực tiếp");
  const supporting = (route.supporting ?? []).filter(
    (id) => id !== agency && directory.agencyAt(id, date) !== undefined,
  );
  return { agency, supporting, why: whyOf(route, matter) };
}

const desk = (why: string): AgencyChoice => ({ desk: true, why });

const needsArea = (areaCode: string | undefined): string =>
  areaCode === undefined ? "chưa rõ xã, phường" : `không có đơn vị cho khu vực ${areaCode}`;

function mayFit(route: Route, { category, urgency }: Matter): boolean {
  return route.category === category && (route.urgency === undefined || route.urgency.includes(urgency));
}

function agencyOf({ to }: Route, areaCode: string | undefined, date: string, directory: Directory): string | undefined {
  if ("agency" in to) return directory.agencyAt(to.agency, date)?.id;
  return areaCode === undefined ? undefined : directory.communeOf(areaCode, date)?.id;
}

function whyOf(route: Route, { category, urgency, areaCode }: Matter): string {
  const parts = [`lĩnh vực ${category}`];
  if (route.urgency !== undefined) parts.push(`mức ${urgency}`);
  if (areaCode !== undefined && ("communeOfArea" in route.to || route.areas !== undefined)) {
    parts.push(`khu vực ${areaCode}`);
  }
  return parts.join(", ");
}
