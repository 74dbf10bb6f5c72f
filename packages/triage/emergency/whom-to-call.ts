import type { EmergencyNumber } from "#contracts/words";
import type { Evidence } from "#triage/learned/evidence";
import { phraseFinder } from "#triage/words/phrase-finder";
import danger from "./numbers-of-danger.json" with { type: "json" };

const KIND = "kind ";
/** The first number of a kind of danger is the one for it; the other often is needed too. */
const FITTEST = 1;
const FITTING = 0.5;
/** In a flood or storm also rescue goes by way of 112. */
const OF_DISASTER = 1.5;
/** Whoever reads in fear reads three numbers, not five. */
const MOST = 3;
/** Where two fit alike: first who ends the danger. */
const ORDER: readonly EmergencyNumber[] = ["114", "113", "115", "112", "111"];

type NumbersOf = Readonly<Record<string, readonly EmergencyNumber[]>>;
const kinds = danger.kinds as NumbersOf;
/** Kinds that go with others, e.g. somebody trapped by a flood: they say whom to call where nothing else does. */
const supporting = danger.supporting as NumbersOf;
const ofChildren = new Set(danger.ofChildren);
const speaksOfDisaster = phraseFinder(danger.disasters);
const speaksOfChildren = phraseFinder(danger.children);

/**
 * The numbers to call for the dangers that a text names, the fittest first; undefined where it names none we know.
 *
 * The numbers are the nation's, not a province's.
 */
export function whomToCall({
  heard,
  tokens,
}: Pick<Evidence, "heard" | "tokens">): readonly EmergencyNumber[] | undefined {
  const marks = heard["emergency"]?.marks ?? [];
  const named = marks.flatMap((mark) => (mark.startsWith(KIND) ? [mark.slice(KIND.length)] : []));
  const fit = fitOf(named, named.some((kind) => kind in kinds) ? kinds : supporting);
  if (speaksOfDisaster(tokens)) fit.set("112", (fit.get("112") ?? 0) + OF_DISASTER);
  if (named.some((kind) => ofChildren.has(kind)) && speaksOfChildren(tokens)) fit.set("111", FITTING);
  const fitting = ORDER.filter((number) => fit.has(number));
  if (fitting.length === 0) return undefined;
  return fitting.sort((a, b) => (fit.get(b) ?? 0) - (fit.get(a) ?? 0)).slice(0, MOST);
}

/** How well each number fits the kinds of danger. */
function fitOf(named: readonly string[], numbersOf: NumbersOf): Map<EmergencyNumber, number> {
  const fit = new Map<EmergencyNumber, number>();
  for (const kind of named) {
    (numbersOf[kind] ?? []).forEach((number, at) => {
      fit.set(number, (fit.get(number) ?? 0) + (at === 0 ? FITTEST : FITTING));
    });
  }
  return fit;
}
