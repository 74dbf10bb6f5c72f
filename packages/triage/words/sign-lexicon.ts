import type { Token } from "#triage/text/tokens";
import type { CompiledSigns } from "./compiled-words.ts";
import { type Heard, type Lexicon, lexiconOf } from "./lexicon.ts";

/** One syllable without diacritics or a mere place is no sign. */
const CLEARLY_HEARD = 0.5;
/** For and against an emergency, in the order of the head's labels. */
const LABELS = ["emergency", "calm"];

/** A lexicon of kinds of signs that come together: it hears each kind once, and each pair of kinds. */
export function signLexiconOf({ kinds, weights }: CompiledSigns): Lexicon {
  const lexicon = lexiconOf(kinds);
  return { labels: LABELS, hear: (tokens) => hearSigns(tokens, lexicon, weights) };
}

function hearSigns(tokens: readonly Token[], kinds: Lexicon, weights: readonly number[]): Heard {
  const { scores, votes, marks } = kinds.hear(tokens);
  const heard = [...kinds.labels.keys()].filter((at) => (scores[at] ?? 0) >= CLEARLY_HEARD);
  const present = heard.map((at) => kinds.labels[at] ?? "");
  const together = present.flatMap((first, at) => present.slice(at + 1).map((second) => `${first}+${second}`));
  const sum = heard.reduce((total, at) => total + (weights[at] ?? 0), 0);
  return {
    scores: [sum, 0],
    votes: votes.map(({ phrase, label }) => ({
      phrase,
      label: 0,
      weight: weights[label] ?? 0,
    })),
    marks: [
      ...marks.map((mark) => `sign ${mark}`),
      ...present.map((kind) => `kind ${kind}`),
      ...together.map((pair) => `kinds ${pair}`),
    ],
  };
}
