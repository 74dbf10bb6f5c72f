import type { Understanding } from "#tickets/opening";
import type { DeskApiDependencies } from "./dependencies.ts";
import type { CreateTicketBody } from "./routes.ts";

type Known = Pick<CreateTicketBody, "category" | "urgency" | "area" | "address" | "anonymous">;

/** A reading with what an agent knows better put in its place. */
export function corrected(
  read: Understanding,
  { category, urgency, area, address, anonymous }: Known,
  { areaName }: Pick<DeskApiDependencies, "areaName">,
): Understanding {
  const sure = <T>(value: T) => ({ value, confidence: 1, why: ["agent"] });
  const name = area === undefined ? undefined : areaName(area);
  const place = area === undefined || name === undefined ? read.triage.place : sure({ areaCode: area, area: name });
  const said = address === undefined ? place : { ...place, value: { ...place.value, address } };
  return {
    ...read,
    triage: {
      ...read.triage,
      place: said,
      ...(category === undefined ? {} : { category: sure(category) }),
      ...(urgency === undefined ? {} : { urgency: sure(urgency) }),
    },
    emergency: urgency === undefined ? read.emergency : urgency === "emergency",
    needsTriage: category === undefined && read.needsTriage,
    keepNameSecret: anonymous || read.keepNameSecret,
  };
}
