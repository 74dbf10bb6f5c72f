import type { Found } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";
import type { PlaceNames, Referent } from "./place-names.ts";
import { type Sign, type SignBefore, signsBefore } from "./place-signs.ts";

/** A name in a text and all it may stand for. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly referents: readonly Referent[];
  readonly exact: boolean;
  readonly sign: Sign | undefined;
  /** What stands before the sign "xã" or "phường" itself. */
  readonly lead: Sign | undefined;
  /** "xã", "phường" or (thị) "trấn" where it stands right before the name. */
  readonly unit: "xa" | "phuong" | "tran" | undefined;
  /** The name is also an ordinary word. */
  readonly everyday: boolean;
  /** "cũ", "hồi đó", "trước đây" stands right after it. */
  readonly former: boolean;
}

const FORMERLY = new Set(["cũ", "cu"]);

/** The names in a text from left to right, the longest where they overlap. */
export function mentionsIn(tokens: readonly Token[], names: PlaceNames): readonly Mention[] {
  const signs = signsBefore(tokens);
  const everyday = new Set(
    names.everyday
      .findAll(tokens)
      .filter(({ value, exact }) => value === "always" || !exact)
      .map(({ from, to }) => `${from}-${to}`),
  );
  return longest(names.book.findAll(tokens)).map(({ from, to, referents, exact }) => ({
    from,
    to,
    referents,
    exact,
    ...around(from, signs, tokens),
    everyday: everyday.has(`${from}-${to}`),
    former: FORMERLY.has(tokens[to]?.word ?? ""),
  }));
}

function around(from: number, signs: ReadonlyMap<number, SignBefore>, tokens: readonly Token[]) {
  const before = signs.get(from);
  const lead = before?.sign === "unit" ? signs.get(before.from)?.sign : undefined;
  const word = tokens[from - 1]?.folded;
  const unit = before?.sign === "unit" && (word === "xa" || word === "phuong" || word === "tran") ? word : undefined;
  return { sign: before?.sign, lead, unit } as const;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly referents: Referent[];
  readonly exact: boolean;
}

function longest(found: readonly Found<Referent>[]): readonly Span[] {
  const spans: Span[] = [];
  const byLength = [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const { from, to, value, exact } of byLength) {
    const taken = spans.find((span) => span.from < to && from < span.to);
    if (taken === undefined) spans.push({ from, to, referents: [value], exact });
    else if (taken.from === from && taken.to === to) taken.referents.push(value);
  }
  return spans.sort((a, b) => a.from - b.from);
}
