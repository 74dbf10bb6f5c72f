import { type CompiledList, compileList } from "./compiled-list.ts";
import type { Signs, TriageWords } from "./word-list.ts";

/** A province's words for triage as a function reads them. */
export interface CompiledWords {
  readonly categories: CompiledList;
  readonly urgencies: CompiledList;
  readonly redirects: CompiledList;
  readonly emergencies: CompiledSigns;
  readonly keepNameSecret: readonly string[];
  readonly abuse: readonly string[];
}

/** Kinds of signs as labels of one list, with the weight of each kind. */
export interface CompiledSigns {
  readonly kinds: CompiledList;
  readonly weights: readonly number[];
}

export function compileWords(words: TriageWords): CompiledWords {
  const { categories, urgencies, redirects, emergencies, keepNameSecret, abuse } = words;
  return {
    categories: compileList(categories),
    urgencies: compileList(urgencies),
    redirects: compileList(redirects),
    emergencies: compileSigns(emergencies),
    keepNameSecret,
    abuse,
  };
}

function compileSigns(signs: Signs): CompiledSigns {
  const weights = { strong: 1, fair: 1, weak: 1, against: 1 };
  const voices = (phrases: readonly string[]) => ({ strong: [...phrases], fair: [], weak: [], against: [] });
  const readings = Object.entries(signs).map(([kind, { phrases }]) => [kind, voices(phrases)] as const);
  return {
    kinds: compileList({ weights, readings: Object.fromEntries(readings) }),
    weights: Object.values(signs).map(({ weight }) => weight),
  };
}
