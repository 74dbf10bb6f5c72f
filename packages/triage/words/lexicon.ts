import { type Found, PhraseBook } from "#triage/text/phrase-book";
import { southernToStandard } from "#triage/text/southern-words";
import { hasDiacritics, type Token } from "#triage/text/tokens";
import type { WordList } from "./word-list.ts";

/** What a word list heard in a text. */
export interface Heard {
  /** For each label of the lexicon, what speaks for it (or, below zero, against). */
  readonly scores: readonly number[];
  readonly phrases: readonly HeardPhrase[];
  /** Names of what was heard and how: the phrase itself, or marked where it only says where or may be another word. */
  readonly marks: readonly string[];
}

/** A phrase of the list; the same object for every text it is heard in. */
export interface HeardPhrase {
  readonly phrase: string;
  readonly votes: ReadonlyMap<number, number>;
}

/** A word list made ready for reading. */
export interface Lexicon {
  readonly labels: readonly string[];
  hear(tokens: readonly Token[]): Heard;
}

/** One syllable alone is a weaker witness than a phrase; typed without diacritics it is mostly another word. */
const LONE_SYLLABLE = 0.7;
const LONE_BARE_SYLLABLE = 0.25;
/** "trước trường", "kế bệnh viện": the words say where, not what. */
const ONLY_WHERE = 0.25;
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
  const heard = new Map<HeardPhrase, Hearing>();
  for (const found of withoutOverlaps(book.findAll(tokens), tokens.length)) {
    const hearing = howHeard(found, tokens);
    const before = heard.get(found.value);
    if (before === undefined || hearing.loudness > before.loudness) heard.set(found.value, hearing);
  }
  for (const [{ votes }, { loudness }] of heard) {
    for (const [label, vote] of votes) scores[label] = (scores[label] ?? 0) + vote * loudness;
  }
  return {
    scores: scores.map((score) => (score > 0 ? score ** DAMPING : score)),
    phrases: [...heard.keys()],
    marks: [...heard].map(([{ phrase }, { mark }]) => mark + phrase),
  };
}

function withoutOverlaps(found: readonly Found<HeardPhrase>[], length: number): readonly Found<HeardPhrase>[] {
  const taken = new Uint8Array(length);
  return [...found]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .filter(({ from, to }) => {
      const free = !taken.subarray(from, to).includes(1);
      if (free) taken.fill(1, from, to);
      return free;
    });
}

interface Hearing {
  readonly loudness: number;
  readonly mark: string;
}

function howHeard({ from, to, exact, value }: Found<HeardPhrase>, tokens: readonly Token[]): Hearing {
  const lone = to - from === 1;
  if (saysOnlyWhere(tokens, from)) return { loudness: ONLY_WHERE, mark: "at:" };
  if (lone && !exact && hasDiacritics(value.phrase)) return { loudness: LONE_BARE_SYLLABLE, mark: "bare:" };
  return { loudness: lone ? LONE_SYLLABLE : 1, mark: "" };
}

const WHERE = new PhraseBook(
  (
    "trước, trước cổng, trước mặt, gần, kế, kế bên, cạnh, bên cạnh, sát, sát vách, đối diện, sau, sau lưng, phía sau, ngay, ngay cổng, ngang, " +
    "đi ngang, chạy ngang, đoạn qua, khúc qua, qua, cổng, đầu, cuối, bên hông, chỗ, khu, đường vô, đường vào, lộ vô, đường ra, quanh, xung quanh, " +
    "phía trước, cặp, dọc, từ, gần chỗ, ngã ba, ngã tư, gần cổng, trước nhà, hẻm"
  )
    .split(", ")
    .map((phrase) => [phrase, true] as const),
);
const whereEnds = new WeakMap<readonly Token[], ReadonlySet<number>>();

function saysOnlyWhere(tokens: readonly Token[], from: number): boolean {
  const known = whereEnds.get(tokens);
  const ends = known ?? new Set(WHERE.findAll(tokens).map(({ to }) => to));
  if (known === undefined) whereEnds.set(tokens, ends);
  return ends.has(from);
}
