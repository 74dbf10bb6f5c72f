import type { Token } from "#triage/text/tokens";
import { asksWhichUnit } from "./asks-which-unit.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import type { PlaceNames } from "./place-names.ts";
import { areasOf, liesIn } from "./resolve-mention.ts";
import { ENOUGH, weightOf } from "./weigh-mention.ts";

/** Where a text says the matter is. */
export interface PlaceReading {
  /** The one area; absent when unknown or when several fit. */
  readonly area?: string;
  /** Areas the words fit equally well: the citizen is asked which. */
  readonly candidates?: readonly string[];
  readonly confidence: number;
  readonly why: readonly string[];
  /** Another province that the text speaks of, when no place of ours is named. */
  readonly outside?: string;
}

interface Weighed {
  readonly mention: Mention;
  readonly weight: number;
  readonly areas: readonly string[];
}

/** Reads the place from words alone: names of today and before, landmarks, signs around them, districts as context. */
export function readPlace(tokens: readonly Token[], names: PlaceNames): PlaceReading {
  const mentions = mentionsIn(tokens, names);
  const districts = districtContext(mentions, names);
  const askedAbout = asksWhichUnit(tokens) ? isFormer : () => false;
  const weighed = mentions
    .filter((mention) => !askedAbout(mention))
    .filter((mention, at) => !districts.mentions.has(mention) && !isOutside(mention, mentions[at + 1]))
    .map((mention) => ({
      mention,
      weight: weightOf(mention, mentions[mentions.indexOf(mention) + 1], tokens),
      areas: areasOf(mention, districts.names, names),
    }))
    .filter(({ mention, areas }) => areas.length > 0 && saysEnough(mention, areas, names))
    .map((found) => withContext(found, districts.names, names));
  const believed = weighed.filter(({ weight }) => weight >= ENOUGH).sort((a, b) => b.weight - a.weight);
  if (believed.length === 0) return elsewhere(mentions, tokens);
  return conclude(believed, tokens);
}

function isFormer({ referents }: Mention): boolean {
  return referents.some(({ kind }) => kind === "former");
}

/** A hamlet called like a commune is asked about when several fit, never guessed; some names need their "xã". */
function saysEnough({ sign, referents }: Mention, areas: readonly string[], { gazetteer }: PlaceNames): boolean {
  if (areas.length > 1 || sign === "unit") return true;
  const needsUnit = referents.some(
    (referent) => referent.kind === "area" && gazetteer.needsUnit.includes(referent.area),
  );
  return sign !== "hamlet" && !needsUnit;
}

/** "Tân Thạnh Long An": the province right behind the name says that it is not ours. */
function isOutside(mention: Mention, next: Mention | undefined): boolean {
  if (mention.sign !== "unit" && mention.referents.some(({ kind }) => kind === "outside")) return true;
  const close = next !== undefined && !next.former && next.from - mention.to <= (next.sign === "province" ? 1 : 0);
  return close && next.referents.every(({ kind }) => kind === "outside" || (kind === "former" && next.sign !== "unit"));
}

function withContext(found: Weighed, districts: ReadonlySet<string>, names: PlaceNames): Weighed {
  const supported = found.mention.referents.some((referent) => liesIn(referent, districts, names));
  return supported ? { ...found, weight: found.weight + 3 } : found;
}

/** Districts named as such: "huyện Thanh Bình", "Cao Lãnh cũ", or a district's name beside one of its units. */
function districtContext(mentions: readonly Mention[], names: PlaceNames) {
  const used = new Set(
    mentions.filter((mention, at) => isDistrict(mention, mentions[at - 1], mentions[at + 1], names)),
  );
  return { names: new Set([...used].flatMap(districtsNamed)), mentions: used };
}

function districtsNamed({ referents }: Mention): readonly string[] {
  return referents.flatMap((referent) => (referent.kind === "district" ? [referent.district] : []));
}

function isDistrict(
  mention: Mention,
  before: Mention | undefined,
  after: Mention | undefined,
  names: PlaceNames,
): boolean {
  const own = new Set(districtsNamed(mention));
  if (own.size === 0 || mention.sign === "unit") return false;
  const denied = before?.sign === "denied" && mention.from - before.to <= 1;
  if (mention.sign === "district") return !denied;
  const holds = (unit: Mention | undefined) =>
    unit?.referents.some((referent) => liesIn(referent, own, names)) ?? false;
  const follows =
    before !== undefined && mention.from - before.to <= (mention.sign === "here" ? 3 : 1) && holds(before);
  const leads = after !== undefined && after.from === mention.to && holds(after) && !hasArea(after);
  return (follows && !denied) || leads;
}

function hasArea({ referents }: Mention): boolean {
  return referents.some(({ kind }) => kind === "area");
}

/** The heaviest mention decides; lighter ones may narrow what it leaves open. */
function conclude(believed: readonly Weighed[], tokens: readonly Token[]): PlaceReading {
  const [first] = believed;
  if (first === undefined) return { confidence: 0, why: [] };
  let areas = first.areas;
  for (const { areas: other } of believed) {
    const common = areas.filter((area) => other.includes(area));
    if (common.length > 0) areas = common;
  }
  const why = [
    tokens
      .slice(first.mention.from, first.mention.to)
      .map(({ word }) => word)
      .join(" "),
  ];
  const [only] = areas;
  if (areas.length === 1 && only !== undefined)
    return { area: only, confidence: Math.min(0.99, 0.6 + first.weight / 20), why };
  return { candidates: areas, confidence: 1 / areas.length, why };
}

const LIVES_THERE: ReadonlySet<string> = new Set(["mine", "province", "district"]);
/** "o Vinh Long tong dai so may": the place opens the message. */
const OPENING = 1;

/** Another province counts when the citizen says that they or the matter are there, not where a bus goes or a child works. */
function elsewhere(mentions: readonly Mention[], tokens: readonly Token[]): PlaceReading {
  const found = mentions.find(
    (mention, at) =>
      outsideName(mention) !== undefined && (isThere(mention) || isOutsideUnit(mention, mentions[at - 1])),
  );
  if (found === undefined) return { confidence: 0, why: [] };
  const why = [
    tokens
      .slice(found.from, found.to)
      .map(({ word }) => word)
      .join(" "),
  ];
  const outside = outsideName(found);
  return { confidence: 0, why, ...(outside === undefined ? {} : { outside }) };
}

function outsideName({ referents }: Mention): string | undefined {
  const outside = referents.find((referent) => referent.kind === "outside");
  return outside?.kind === "outside" ? outside.name : undefined;
}

function isThere({ sign, from }: Mention): boolean {
  return LIVES_THERE.has(sign ?? "") || from <= OPENING;
}

/** "Châu Thành Bến Tre": a commune's name with its province. */
function isOutsideUnit(mention: Mention, before: Mention | undefined): boolean {
  return before !== undefined && mention.from === before.to;
}
