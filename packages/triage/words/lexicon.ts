import { type Found, PhraseBook } from "#triage/text/phrase-book";
import { hasDiacritics, type Token } from "#triage/text/tokens";
import { type CompiledList, entriesOf, type Vote } from "./compiled-list.ts";
import { saysOnlyWhere } from "./says-only-where.ts";

/** What a word list heard in a text. */
export interface Heard {
  /** For each label of the lexicon, what speaks for it (or, below zero, against). */
  readonly scores: readonly number[];
  readonly votes: readonly Vote[];
  /** Names of what was heard and how: the phrase itself, or marked where it only says where or may be another word. */
  readonly marks: readonly string[];
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

/** Reads a word list; where phrases overlap the longest is heard, and each phrase once. */
export function lexiconOf(list: CompiledList): Lexicon {
  const { labels } = list;
  const book = new PhraseBook((first) => entriesOf(list, first));
  return { labels, hear: (tokens) => hear(tokens, book, labels.length) };
}

function hear(tokens: readonly Token[], book: PhraseBook<Vote>, labelCount: number): Heard {
  const scores = new Array<number>(labelCount).fill(0);
  const heard = new Map<string, { readonly hearing: Hearing; readonly votes: readonly Vote[] }>();
  for (const { at, votes } of withoutOverlaps(book.findAll(tokens), tokens.length)) {
    const [{ phrase } = { phrase: "" }] = votes;
    const hearing = howHeard(at, phrase, tokens);
    const before = heard.get(phrase);
    if (before === undefined || hearing.loudness > before.hearing.loudness) heard.set(phrase, { hearing, votes });
  }
  for (const { hearing, votes } of heard.values()) {
    for (const { label, weight } of votes) scores[label] = (scores[label] ?? 0) + weight * hearing.loudness;
  }
  return {
    scores: scores.map((score) => (score > 0 ? score ** DAMPING : score)),
    votes: [...heard.values()].flatMap(({ votes }) => votes),
    marks: [...heard].map(([phrase, { hearing }]) => hearing.mark + phrase),
  };
}

interface Span {
  readonly at: Found<Vote>;
  readonly votes: Vote[];
}

/** The longest phrases; one phrase in several lists keeps all its votes. */
function withoutOverlaps(found: readonly Found<Vote>[], length: number): readonly Span[] {
  const taken = new Array<Span | undefined>(length);
  const spans: Span[] = [];
  for (const at of [...found].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const there = firstTaken(taken, at.from, at.to);
    if (there === undefined) {
      const span = { at, votes: [at.value] };
      taken.fill(span, at.from, at.to);
      spans.push(span);
    } else if (there.at.from === at.from && there.at.to === at.to && there.at.value.phrase === at.value.phrase) {
      there.votes.push(at.value);
    }
  }
  return spans;
}

function firstTaken(taken: readonly (Span | undefined)[], from: number, to: number): Span | undefined {
  for (let at = from; at < to; at++) if (taken[at] !== undefined) return taken[at];
  return undefined;
}

interface Hearing {
  readonly loudness: number;
  readonly mark: string;
}

function howHeard({ from, to, exact }: Found<Vote>, phrase: string, tokens: readonly Token[]): Hearing {
  const lone = to - from === 1;
  if (saysOnlyWhere(tokens, from)) return { loudness: ONLY_WHERE, mark: "at:" };
  if (lone && !exact && hasDiacritics(phrase)) return { loudness: LONE_BARE_SYLLABLE, mark: "bare:" };
  return { loudness: lone ? LONE_SYLLABLE : 1, mark: "" };
}
