import type { Token } from "#triage/text/tokens";
import { type Heard, type Lexicon, lexiconOf } from "./lexicon.ts";
import type { Signs } from "./word-list.ts";

/** One syllable without diacritics or a mere place is no sign. */
const CLEARLY_HEARD = 0.5;
/** For and against an emergency, in the order of the head's labels. */
const LABELS = ["emergency", "calm"];

/** A lexicon of kinds of signs that come together: it hears each kind once, and each pair of kinds. */
export function signLexiconOf(signs: Signs): Lexicon {
  const weights = { strong: 1, fair: 1, weak: 1, against: 1 };
  const voices = (phrases: readonly string[]) => ({ strong: [...phrases], fair: [], weak: [], against: [] });
  const kinds = lexiconOf({
    weights,
    readings: Object.fromEntries(Object.entries(signs).map(([kind, { phrases }]) => [kind, voices(phrases)])),
  });
  return { labels: LABELS, hear: (tokens) => hearSigns(tokens, kinds, signs) };
}

function hearSigns(tokens: readonly Token[], kinds: Lexicon, signs: Signs): Heard {
  const { scores, votes, marks } = kinds.hear(tokens);
  const present = kinds.labels.filter((_, at) => (scores[at] ?? 0) >= CLEARLY_HEARD);
  const together = present.flatMap((first, at) => present.slice(at + 1).map((second) => `${first}+${second}`));
  const sum = present.reduce((total, kind) => total + (signs[kind]?.weight ?? 0), 0);
  return {
    scores: [sum, 0],
    votes: votes.map(({ phrase, label }) => ({
      phrase,
      label: 0,
      weight: signs[kinds.labels[label] ?? ""]?.weight ?? 0,
    })),
    marks: [
      ...marks.map((mark) => `sign ${mark}`),
      ...present.map((kind) => `kind ${kind}`),
      ...together.map((pair) => `kinds ${pair}`),
    ],
  };
}
