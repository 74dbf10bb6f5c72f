import type { Area } from "#contracts/configuration/organisation";
import { PhraseBook } from "#triage/text/phrase-book";
import type { Gazetteer } from "./gazetteer.ts";

/** What a name may stand for. `district`: as it was until June 2025, with its kind, e.g. "huyện Cái Bè". */
export type Referent =
  | { readonly kind: "area"; readonly area: string }
  | { readonly kind: "former"; readonly area: string; readonly district: string; readonly unit: string }
  | { readonly kind: "district"; readonly district: string }
  | { readonly kind: "landmark"; readonly area: string }
  | { readonly kind: "outside"; readonly name: string }
  | { readonly kind: "nowhere" };

/** Every name of a province's places at one date, and what the names mean. */
export interface PlaceNames {
  readonly book: PhraseBook<Referent>;
  readonly areaNames: ReadonlyMap<string, string>;
  /** The districts that an area lay in. */
  readonly districtsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that are also ordinary words: only when typed without diacritics, or always. */
  readonly everyday: PhraseBook<"bare" | "always">;
  readonly gazetteer: Gazetteer;
}

const UNIT_KIND = /^(xã|phường|thị trấn) (?!\d)/;
const DISTRICT_KIND = /^(huyện|thị xã|thành phố) /;

/**
 * Names of areas today, of the units and districts they were made of, of landmarks and of other provinces.
 *
 * An area counts from its `validFrom` on; a message from before then is read with the units that were.
 */
export function placeNames(areas: readonly Area[], gazetteer: Gazetteer, today: string): PlaceNames {
  const inForce = areas.filter(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today);
  const current = inForce.length > 0 ? inForce : areas;
  const entries = [...current.flatMap(namesOfArea), ...districtNames(current, gazetteer), ...namesElsewhere(gazetteer)];
  return {
    book: PhraseBook.of(entries),
    areaNames: new Map(current.map(({ code, name }) => [code, name])),
    districtsOf: new Map(
      current.map(({ code, formerly }) => [code, new Set(formerly.map(({ district }) => district ?? ""))]),
    ),
    everyday: PhraseBook.of([
      ...gazetteer.everydayWords.map((name) => [name, "bare"] as const),
      ...gazetteer.ordinaryWords.map((name) => [name, "always"] as const),
    ]),
    gazetteer,
  };
}

function namesOfArea({ code, name, formerly }: Area): (readonly [string, Referent])[] {
  const today: readonly [string, Referent] = [name.replace(UNIT_KIND, ""), { kind: "area", area: code }];
  const before = formerly.map(({ name: formerName, district = "" }): readonly [string, Referent] => [
    formerName.replace(UNIT_KIND, ""),
    { kind: "former", area: code, district, unit: formerName.split(" ")[0] ?? "" },
  ]);
  return [today, ...before];
}

function districtNames(areas: readonly Area[], { shortDistricts }: Gazetteer): (readonly [string, Referent])[] {
  const districts = new Set(areas.flatMap(({ formerly }) => formerly.map(({ district }) => district ?? "")));
  const short = Object.entries(shortDistricts);
  return [...districts].flatMap((district) => {
    const name = district.replace(DISTRICT_KIND, "");
    const forms = [name, ...short.filter(([, names]) => names.includes(name)).map(([form]) => form)];
    return forms.map((form): readonly [string, Referent] => [form, { kind: "district", district }]);
  });
}

function namesElsewhere({ landmarks, notPlaces, outside }: Gazetteer): (readonly [string, Referent])[] {
  return [
    ...landmarks.flatMap(({ name, areas }) =>
      areas.map((area): readonly [string, Referent] => [name, { kind: "landmark", area }]),
    ),
    ...notPlaces.map((name): readonly [string, Referent] => [name, { kind: "nowhere" }]),
    ...outside.map((name): readonly [string, Referent] => [name, { kind: "outside", name }]),
  ];
}
