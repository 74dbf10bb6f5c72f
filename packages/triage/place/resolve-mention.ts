import type { Mention } from "./mentions.ts";
import type { PlaceNames, Referent } from "./place-names.ts";

const INSIDE = new Set(["area", "former", "landmark"]);

/**
 * The areas a mention may mean, narrowed by the districts named beside it.
 *
 * Without a district today's names come first: "Tân Phú" is today's commune, not one of the three that were. With
 * "cũ" and no district all of that name are meant.
 */
export function areasOf(mention: Mention, districts: ReadonlySet<string>, names: PlaceNames): readonly string[] {
  const inside = ofUnit(
    mention.referents.filter((referent) => INSIDE.has(referent.kind)),
    mention,
  );
  const near = [...districts].flatMap((district) =>
    codesOf(preferToday(inside.filter((referent) => liesIn(referent, new Set([district]), names)))),
  );
  if (near.length > 0) return [...new Set(near)];
  return mention.former
    ? codesOf(inside.filter(({ kind }) => kind !== "landmark"))
    : withAlsoMeant(preferToday(inside), mention, names);
}

/** "phường my tho" is Mỹ Tho, "xã my tho" Mỹ Thọ; where no unit of that kind fits, the word is not held against the name. */
function ofUnit(referents: readonly Referent[], { unit }: Mention): readonly Referent[] {
  if (unit === undefined) return referents;
  const fitting = referents.filter((referent) => isOfUnit(referent, unit));
  return fitting.length > 0 ? fitting : referents;
}

function isOfUnit(referent: Referent, unit: "xa" | "phuong" | "tran"): boolean {
  if (unit === "tran") return referent.kind === "former" && referent.unit === "thị";
  if (referent.kind === "former") return referent.unit === (unit === "xa" ? "xã" : "phường");
  return referent.kind === "area" && referent.area.startsWith(`${unit}-`);
}

/** Whether something a name may mean lies in one of the districts. */
export function liesIn(referent: Referent, districts: ReadonlySet<string>, names: PlaceNames): boolean {
  if (referent.kind === "former") return districts.has(referent.district);
  if (referent.kind !== "area" && referent.kind !== "landmark") return false;
  return [...(names.districtsOf.get(referent.area) ?? [])].some((district) => districts.has(district));
}

function preferToday(referents: readonly Referent[]): readonly Referent[] {
  const landmarks = referents.filter(({ kind }) => kind === "landmark");
  if (landmarks.length > 0) return landmarks;
  const today = referents.filter(({ kind }) => kind === "area");
  return today.length > 0 ? today : referents;
}

/** Adds what people may mean by a short name typed without diacritics and without "xã" or "phường". */
function withAlsoMeant(referents: readonly Referent[], mention: Mention, { gazetteer }: PlaceNames): readonly string[] {
  const codes = codesOf(referents);
  if (mention.exact || !referents.some(({ kind }) => kind === "area")) return codes;
  const also = codes.flatMap((code) => gazetteer.alsoAsk[code] ?? []);
  const together =
    mention.unit === undefined ? gazetteer.askTogether.filter(([first = ""]) => codes.includes(first)).flat() : [];
  return [...new Set([...codes, ...also, ...together])];
}

function codesOf(referents: readonly Referent[]): readonly string[] {
  return [...new Set(referents.flatMap((referent) => codeOf(referent) ?? []))];
}

function codeOf(referent: Referent): string | undefined {
  return "area" in referent ? referent.area : undefined;
}
