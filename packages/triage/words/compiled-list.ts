import { normalise } from "#triage/text/normalise";
import { type Entry, firstOf } from "#triage/text/phrase-book";
import type { WordList } from "./word-list.ts";

/** A word list made ready for reading. */
export interface CompiledList {
  readonly labels: readonly string[];
  /**
   * By the first syllable without diacritics, one line for each phrase: as it is heard, the index of its label, its
   * weight and, where a citizen's spelling was put into the standard, as it was written; with tabs between.
   */
  page(first: string): string | undefined;
  /** The first syllables that have a page. */
  readonly firsts: readonly string[];
}

/** What a phrase says of one label, by the label's index. */
export interface Vote {
  readonly phrase: string;
  readonly label: number;
  readonly weight: number;
}

const LOUDNESSES = ["strong", "fair", "weak", "against"] as const;

/** Compiles a list once, at the build: its phrases pass the same steps as the texts that they are looked for in. */
export function compileList({ weights, readings }: WordList): CompiledList {
  const lines = votesOf(weights, readings).map(({ phrase, label, weight }) => {
    const heard = normalise(phrase).plain;
    return { first: firstOf(heard), text: [heard, label, weight, ...(heard === phrase ? [] : [phrase])].join("\t") };
  });
  const pages = Map.groupBy(lines, ({ first }) => first);
  return {
    labels: Object.keys(readings),
    page: (first) =>
      pages
        .get(first)
        ?.map(({ text }) => text)
        .join("\n"),
    firsts: [...pages.keys()],
  };
}

function votesOf(weights: WordList["weights"], readings: WordList["readings"]): readonly Vote[] {
  return Object.values(readings).flatMap((voices, label) =>
    LOUDNESSES.flatMap((loudness) => voices[loudness].map((phrase) => ({ phrase, label, weight: weights[loudness] }))),
  );
}

/** The phrases of a page and what each says. */
export function entriesOf(list: CompiledList, first: string): Entry<Vote>[] {
  const lines = list.page(first)?.split("\n") ?? [];
  return lines.map((line) => {
    const [heard = "", label = "", weight = "", phrase = heard] = line.split("\t");
    return [heard, { phrase, label: Number(label), weight: Number(weight) }];
  });
}
