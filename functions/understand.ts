import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Category } from "#contracts/configuration/organisation";
import type { Province } from "#contracts/configuration/province";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Place } from "#contracts/ticket";
import type { Understanding } from "#tickets/open-ticket";
import { gazetteerSchema } from "#triage/place/gazetteer";
import { placeNames } from "#triage/place/place-names";
import { type PlaceReading, readPlace } from "#triage/place/read-place";
import { foldDiacritics } from "#triage/text/fold-diacritics";
import { normalise } from "#triage/text/normalise";
import { tokensOf } from "#triage/text/tokens";

/** What triage makes of a message, in the form in which a ticket is opened. */
export function understanding(
  folder: string,
  { areas, categories }: Province,
): (message: InboundMessage) => Understanding {
  const gazetteer = gazetteerSchema.parse(JSON.parse(readFileSync(join(folder, "gazetteer.json"), "utf8")));
  const names = placeNames(areas, gazetteer, "2026-01-01");
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  return (message) => {
    const { text, form } = message;
    const normal = normalise(text);
    const { code, hits } = bestCategory(foldDiacritics(normal.plain), categories);
    const place = readPlace(tokensOf(normal.spelled, normal.written), names);
    const known = form?.category !== undefined || hits.length > 0;
    return {
      triage: {
        category: { value: form?.category ?? code, confidence: known ? 0.7 : 0.2, why: hits },
        urgency: { value: "normal", confidence: 0.5, why: [] },
        place: { value: placeOf(message, place, nameOf), confidence: place.confidence, why: [...place.why] },
      },
      title: text.replaceAll(/\s+/g, " ").slice(0, 100) || "(không có chữ)",
      emergency: false,
      needsTriage: !known,
      thanks: /^\s*(cảm ơn|cám ơn|cam on)/i.test(text),
      keepNameSecret: /giữ kín|giu kin/i.test(text),
    };
  };
}

function bestCategory(folded: string, categories: readonly Category[]): { code: string; hits: string[] } {
  const scores = categories.map(({ code, keywords }) => ({
    code,
    hits: keywords.filter((word) => folded.includes(word)),
  }));
  const [best] = scores.sort((a, b) => b.hits.length - a.hits.length);
  return best === undefined || best.hits.length === 0 ? { code: "khac", hits: [] } : best;
}

function placeOf({ form, location }: InboundMessage, place: PlaceReading, nameOf: (code: string) => string): Place {
  const area = form?.area ?? place.area;
  const candidates =
    area === undefined ? (place.candidates ?? []).map((areaCode) => ({ areaCode, area: nameOf(areaCode) })) : [];
  return {
    ...(area === undefined ? {} : { areaCode: area, area: nameOf(area) }),
    ...(candidates.length === 0 ? {} : { candidates }),
    ...(location === undefined ? {} : { lat: location.lat, lon: location.lon }),
  };
}
