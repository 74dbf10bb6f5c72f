import type { HeardTurn } from "#channels/phone/transcripts/heard";

/** One recognised word, or a mark of punctuation that belongs to the word before it. */
export interface SpokenWord {
  readonly text: string;
  readonly isMark?: boolean;
  readonly voice?: string | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly confidence?: number | undefined;
}

/** A silence of this length ends a turn where only words are given; people pause less within a sentence. */
const PAUSE_MS = 1000;

function continues(words: readonly SpokenWord[], next: SpokenWord): boolean {
  if (next.isMark) return words.length > 0;
  const last = words.findLast((word) => !word.isMark);
  if (last === undefined || last.voice !== next.voice) return false;
  return (next.startMs ?? 0) - (last.endMs ?? 0) < PAUSE_MS || last.endMs === undefined || next.startMs === undefined;
}

/** The mean confidence of what was recognised, to four digits. */
export function meanConfidence(words: readonly Pick<SpokenWord, "confidence">[]): number | undefined {
  const known = words.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  if (known.length === 0) return undefined;
  return Math.round((known.reduce((sum, confidence) => sum + confidence, 0) / known.length) * 10_000) / 10_000;
}

function turnOf(words: readonly SpokenWord[]): HeardTurn {
  const text = words.map((word, index) => (word.isMark || index === 0 ? word.text : ` ${word.text}`)).join("");
  return {
    text,
    voice: words[0]?.voice,
    startMs: words.find(({ startMs }) => startMs !== undefined)?.startMs,
    endMs: words.findLast(({ endMs }) => endMs !== undefined)?.endMs,
    confidence: meanConfidence(words),
  };
}

/** Words in the order of speaking, put together to turns: a new one with each change of voice and after each pause. */
export function turnsOfWords(words: readonly SpokenWord[]): HeardTurn[] {
  const turns: SpokenWord[][] = [];
  for (const word of words) {
    const current = turns.at(-1);
    if (current !== undefined && continues(current, word)) current.push(word);
    else turns.push([word]);
  }
  return turns.map(turnOf);
}
