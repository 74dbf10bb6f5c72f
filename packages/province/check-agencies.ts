import type { Agency, Area } from "#contracts/configuration/organisation";
import type { Draft, Entry } from "#province/draft";
import { datedMistakes, overlaps, unknownReference } from "#province/references";

const file = "agencies.json";

/** Agencies point at what exists, no two answer for one area, and no area is left without its commune. */
export function checkAgencies(draft: Draft): string[] {
  const { agencies, areas } = draft.lists;
  return [
    ...datedMistakes(file, agencies, ({ id }) => id),
    ...datedMistakes("areas.json", areas, ({ code }) => code),
    ...agencies.flatMap(({ at, value }) => [
      ...unknownReference(draft, "agencies", { file, path: `${at}.parent`, id: value.parent }),
      ...unknownReference(draft, "calendars", { file, path: `${at}.calendar`, id: value.calendar }),
      ...(value.areas ?? []).flatMap((id, index) =>
        unknownReference(draft, "areas", { file, path: `${at}.areas[${index}]`, id }),
      ),
    ]),
    ...agencies.flatMap((agency) => ownAncestor(agency, agencies)),
    ...areas.flatMap((area) => communesOf(area, agencies)),
    ...callCentre(draft),
  ];
}

function ownAncestor({ at, value }: Entry<Agency>, agencies: readonly Entry<Agency>[]): string[] {
  const parents = new Map(agencies.map((entry) => [entry.value.id, entry.value.parent]));
  const seen = new Set<string>();
  for (let id = value.parent; id !== undefined && !seen.has(id); id = parents.get(id)) seen.add(id);
  return seen.has(value.id)
    ? [`${file} ${at}.parent: "${value.id}" is above itself, expected a chain of parents that ends`]
    : [];
}

function communesOf({ at, value: area }: Entry<Area>, agencies: readonly Entry<Agency>[]): string[] {
  const communes = agencies.filter(
    ({ value }) => value.kind === "commune" && value.areas?.includes(area.code) === true && overlaps(value, area),
  );
  if (communes.length === 0) {
    return [`areas.json ${at}: no commune answers for "${area.code}", expected one in ${file} with it in its areas`];
  }
  const rivals = communes.filter(({ value }, index) =>
    communes.slice(0, index).some((other) => other.value.id !== value.id && overlaps(other.value, value)),
  );
  return rivals.map((rival) => `${file} ${rival.at}.areas: two communes answer for "${area.code}", expected one`);
}

function callCentre(draft: Draft): string[] {
  const id = draft.single.province?.callCentre;
  return unknownReference(draft, "agencies", { file: "province.json", path: "callCentre", id });
}
