import { PhraseBook } from "#triage/text/phrase-book";
import { southernToStandard } from "#triage/text/southern-words";
import type { Token } from "#triage/text/tokens";
import type { WordList } from "./word-list.ts";

/** What a word list heard in a text. */
export interface Heard {
  /** For each label of the lexicon, what speaks for it (or, below zero, against). */
  readonly scores: readonly number[];
  readonly phrases: readonly HeardPhrase[];
}

export interface HeardPhrase {
  readonly phrase: string;
  readonly votes: ReadonlyMap<number, number>;
}

/** A word list made ready for reading. */
export interface Lexicon {
  readonly labels: readonly string[];
  hear(tokens: readonly Token[]): Heard;
}

/** One syllable alone is a weaker witness than a phrase. */
const LONE_SYLLABLE = 0.7;
/** Ten phrases of one topic do not make it ten times as sure. */
const DAMPING = 0.8;

/** Compiles a word list; where phrases overlap the longest is heard, and each phrase once. */
export function lexiconOf(list: WordList): Lexicon {
  const labels = Object.keys(list.readings);
  const book = new PhraseBook(votesByPhrase(list, labels));
  return { labels, hear: (tokens) => hear(tokens, book, labels.length) };
}

function votesByPhrase({ weights, readings }: WordList, labels: readonly string[]) {
  const byPhrase = new Map<string, HeardPhrase & { readonly votes: Map<number, number> }>();
  for (const [label, voices] of Object.entries(readings)) {
    for (const loudness of ["strong", "fair", "weak", "against"] as const) {
      for (const written of voices[loudness]) {
        for (const phrase of new Set([written, southernToStandard(written)])) {
          const heard = byPhrase.get(phrase) ?? { phrase, votes: new Map<number, number>() };
          const index = labels.indexOf(label);
          heard.votes.set(index, (heard.votes.get(index) ?? 0) + weights[loudness]);
          byPhrase.set(phrase, heard);
        }
      }
    }
  }
  return byPhrase;
}

function hear(tokens: readonly Token[], book: PhraseBook<HeardPhrase>, labelCount: number): Heard {
  const scores = new Array<number>(labelCount).fill(0);
  const taken = new Uint8Array(tokens.length);
  const phrases = new Set<HeardPhrase>();
  const found = [...book.findAll(tokens)].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { from, to, value } of found) {
    if (taken.subarray(from, to).includes(1)) continue;
    taken.fill(1, from, to);
    if (phrases.has(value)) continue;
    phrases.add(value);
    for (const [label, vote] of value.votes)
      scores[label] = (scores[label] ?? 0) + vote * (to - from > 1 ? 1 : LONE_SYLLABLE);
  }
  return { scores: scores.map((score) => (score > 0 ? score ** DAMPING : score)), phrases: [...phrases] };
}
