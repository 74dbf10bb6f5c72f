import type { Area } from "#contracts/configuration/organisation";
import { type PlaceName, placeName } from "#routing/place-name";

/** `exact`: only one unit is meant. `candidates`: several fit equally well and the citizen is asked which. */
export type AreaMatch =
  | { readonly kind: "exact"; readonly area: Area }
  | { readonly kind: "candidates"; readonly areas: readonly Area[] }
  | { readonly kind: "unknown" };

/**
 * Which of today's communes and wards a name means, current or from before July 2025.
 *
 * Looked for in this order, the first that finds something wins: today's units, the communes merged into them,
 * the abolished districts. A said kind ("xã", "huyện") must agree. Where the text is written with diacritics,
 * they decide; without them "My Tho" may be Mỹ Tho and Mỹ Thọ.
 */
export function areaByName(text: string, areas: readonly Area[], { accented }: { accented: boolean }): AreaMatch {
  const said = placeName(text);
  if (said.plain === "") return { kind: "unknown" };
  const spellings: readonly Spelling[] = accented ? ["accented", "plain"] : ["plain"];
  for (const spelling of spellings) {
    for (const namesOf of [currentNames, formerCommunes, formerDistricts]) {
      const found = areas.filter((area) => namesOf(area).some((name) => isSame(said, placeName(name), spelling)));
      if (found.length > 0) return matchOf(found);
    }
  }
  return { kind: "unknown" };
}

type Spelling = "accented" | "plain";

function matchOf(areas: readonly Area[]): AreaMatch {
  const [first, second] = areas;
  return first !== undefined && second === undefined ? { kind: "exact", area: first } : { kind: "candidates", areas };
}

const currentNames = ({ name }: Area): readonly string[] => [name];
const formerCommunes = ({ formerly }: Area): readonly string[] => formerly.map(({ name }) => name);
const formerDistricts = ({ formerly }: Area): readonly string[] =>
  formerly.flatMap(({ district }) => (district === undefined ? [] : [district]));

function isSame(said: PlaceName, name: PlaceName, spelling: Spelling): boolean {
  return (said.kind === undefined || said.kind === name.kind) && said[spelling] === name[spelling];
}
