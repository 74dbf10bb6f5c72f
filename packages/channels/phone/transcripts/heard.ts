import type { Turn } from "#channels/phone/transcripts/turn";

/** One stretch of speech as a recogniser gives it: who spoke is a role it knows, or only a voice it can tell apart. */
export interface HeardTurn {
  readonly speaker?: Turn["speaker"];
  /** The recogniser's label of a voice or channel, e.g. `spk_0`. */
  readonly voice?: string | undefined;
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
  readonly text: string;
  readonly confidence?: number | undefined;
}

export interface Heard {
  readonly language?: string | undefined;
  readonly turns: readonly HeardTurn[];
}

/** Reads one recogniser's form of result; undefined when the JSON is not of that form. */
export type TranscriptReader = (json: unknown) => Heard | undefined;
