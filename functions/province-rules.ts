import type { Province } from "#contracts/configuration/province";
import { type TellingContext, tellingContext } from "#notifications/telling-context";
import { readProvince } from "#province/read-province";
import { createRouting, type Routing } from "#routing/create-routing";
import { followTicketEvents } from "#sla/follow-ticket-events";
import { type SlaRules, slaRules } from "#sla/sla-rules";
import type { FollowClocks } from "#tickets/transition";

/** A province's configuration as working rules, built once for each function. */
export interface ProvinceRules {
  readonly province: Province;
  readonly routing: Routing;
  readonly rules: SlaRules;
  readonly telling: TellingContext;
  /** What the clocks make of events on a ticket. */
  readonly follow: FollowClocks;
}

export function provinceRules(path: string): ProvinceRules {
  return rulesOf(readProvince(path));
}

export function rulesOf(province: Province): ProvinceRules {
  const routing = createRouting(province);
  const { calendars, policies } = province;
  const rules = slaRules({ calendars, policies, whoHolds: routing.staffFor, calendarOf: routing.calendarOf });
  return {
    province,
    routing,
    rules,
    telling: tellingContext(province, routing),
    follow: (ticket, events, now) => followTicketEvents(ticket, events, now, rules),
  };
}
