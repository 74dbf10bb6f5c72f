import type { Area } from "#contracts/configuration/organisation";
import type { PlaceRead, ReadingContext } from "#triage/reading";
import type { NormalText } from "#triage/text/normalise";
import { digitsFromWords } from "#triage/text/spoken-numbers";
import { tokensOf } from "#triage/text/tokens";
import type { Gazetteer } from "./gazetteer.ts";
import { nearestAreas } from "./nearest-area.ts";
import { type PlaceNames, placeNames } from "./place-names.ts";
import { type PlaceReading, readPlace } from "./read-place.ts";

export interface PlaceFound {
  readonly place: PlaceRead;
  readonly outside?: string;
}

/** After the last change of names; a message that carries no date is from today. */
const TODAY_UNKNOWN = "9999-12-31";
/** How sure a point is of its area: centres are approximate. */
const CONFIDENCE_OF_POINT = 0.7;

/** Reads places by words, helped by a point; names are compiled once for each state of the map. */
export function placeReader(areas: readonly Area[], gazetteer: Gazetteer) {
  const compiled = new Map<string, PlaceNames>();
  const changes = [
    ...new Set(areas.flatMap(({ validFrom, validTo }) => (validTo === undefined ? [validFrom] : [validFrom, validTo]))),
  ];
  const namesAt = (today: string): PlaceNames => {
    const state = changes.filter((date) => date <= today).length.toString();
    const known = compiled.get(state) ?? placeNames(areas, gazetteer, today);
    compiled.set(state, known);
    return known;
  };
  return ({ spelled, written }: NormalText, { today = TODAY_UNKNOWN, location }: ReadingContext): PlaceFound => {
    const names = namesAt(today);
    const read = readPlace(tokensOf(digitsFromWords(spelled), written), names);
    return concluded(read, location === undefined ? [] : nearestAreas(location, areas), names);
  };
}

/** What words and point say together. */
function concluded(read: PlaceReading, near: readonly string[], { areaNames }: PlaceNames): PlaceFound {
  const { area, candidates, confidence, why, outside } = read;
  const named = (code: string) => ({ area: code, name: areaNames.get(code) ?? code });
  if (area !== undefined) return { place: { kind: "known", place: named(area), confidence, why } };
  const options = candidates === undefined ? near : agreeing(candidates, near);
  const [only] = options;
  if (only === undefined) return { place: { kind: "unknown" }, ...(outside === undefined ? {} : { outside }) };
  if (options.length > 1) return { place: { kind: "asked", candidates: options.map(named), why } };
  return { place: { kind: "known", place: named(only), confidence: CONFIDENCE_OF_POINT, why } };
}

/** A point settles which of the names is meant, when it lies in one of them. */
function agreeing(candidates: readonly string[], near: readonly string[]): readonly string[] {
  const both = candidates.filter((code) => near.includes(code));
  return both.length > 0 ? both : candidates;
}
