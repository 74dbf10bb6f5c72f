import type { Agency, Area } from "#contracts/configuration/organisation";
import type { Province } from "#contracts/configuration/province";
import { inForce } from "#routing/in-force";

/** Agencies and areas as they are on a given day (yyyy-mm-dd). */
export interface Directory {
  agencyAt(id: string, date: string): Agency | undefined;
  communeOf(areaCode: string, date: string): Agency | undefined;
  areasAt(date: string): readonly Area[];
  areaAt(code: string, date: string): Area | undefined;
}

/** Looks rows up by id and day: a merger or renaming is a new row, so old tickets keep their old names. */
export function directoryOf({ agencies, areas }: Pick<Province, "agencies" | "areas">): Directory {
  const byId = Map.groupBy(agencies, ({ id }) => id);
  const communes = Map.groupBy(
    agencies.filter(({ kind }) => kind === "commune").flatMap((agency) => withEachArea(agency)),
    ({ area }) => area,
  );
  const byCode = Map.groupBy(areas, ({ code }) => code);
  return {
    agencyAt: (id, date) => byId.get(id)?.find((row) => inForce(row, date)),
    communeOf: (areaCode, date) => communes.get(areaCode)?.find(({ agency }) => inForce(agency, date))?.agency,
    areasAt: (date) => areas.filter((row) => inForce(row, date)),
    areaAt: (code, date) => byCode.get(code)?.find((row) => inForce(row, date)),
  };
}

function withEachArea(agency: Agency): { area: string; agency: Agency }[] {
  return (agency.areas ?? []).map((area) => ({ area, agency }));
}
