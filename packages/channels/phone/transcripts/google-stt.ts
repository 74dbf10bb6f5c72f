import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { HeardTurn, TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema, secondsSchema } from "#channels/phone/transcripts/offset";
import { turnsOfWords } from "#channels/phone/transcripts/spoken-words";

/** v1 says startTime and speakerTag, v2 says startOffset and speakerLabel. */
const wordSchema = z
  .object({
    word: z.string(),
    startTime: z.unknown().optional(),
    endTime: z.unknown().optional(),
    startOffset: z.unknown().optional(),
    endOffset: z.unknown().optional(),
    speakerTag: z.number().optional(),
    speakerLabel: z.string().optional(),
    confidence: confidenceSchema,
  })
  .transform((word) => ({
    text: word.word,
    startMs: secondsSchema.parse(word.startTime ?? word.startOffset),
    endMs: secondsSchema.parse(word.endTime ?? word.endOffset),
    voice: word.speakerLabel || (word.speakerTag ? String(word.speakerTag) : undefined),
    confidence: word.confidence,
  }));
const alternativeSchema = z.object({
  transcript: z.string().default(""),
  confidence: confidenceSchema,
  words: listOf(wordSchema).default([]),
});
const resultSchema = z.object({
  alternatives: z.array(z.unknown()).min(1).pipe(listOf(alternativeSchema)),
  channelTag: z.number().optional(),
  resultEndTime: z.unknown().optional(),
  resultEndOffset: z.unknown().optional(),
  languageCode: z.string().optional(),
});
const schema = z.object({ results: listOf(resultSchema) });
type Result = z.output<typeof resultSchema>;

const wordsOf = ({ alternatives }: Result) => alternatives[0]?.words ?? [];

const countWords = (results: readonly Result[]) =>
  results.reduce(
    (sum, { alternatives }) => sum + (alternatives[0]?.transcript.split(/\s+/).filter(Boolean).length ?? 0),
    0,
  );

/** The words with their voices: v2 tells them in every result, v1 in the last one, which repeats all words. */
function diarizedWords(results: readonly Result[]) {
  const all = results.flatMap(wordsOf);
  const last = results.slice(-1).flatMap(wordsOf);
  const told = [all, last].find((words) => words.length > 0 && words.every(({ voice }) => voice !== undefined)) ?? [];
  return told.length * 2 >= countWords(results) ? told : [];
}

function turnOf(result: Result, isByChannel: boolean): HeardTurn {
  const best = result.alternatives[0];
  return {
    text: best?.transcript ?? "",
    voice: isByChannel && result.channelTag !== undefined ? `channel-${result.channelTag}` : undefined,
    startMs: best?.words[0]?.startMs,
    endMs: secondsSchema.parse(result.resultEndTime ?? result.resultEndOffset),
    confidence: best?.confidence,
  };
}

/** Google Cloud Speech-to-Text, v1 and v2. A confidence of 0 means that none was measured. */
export const readGoogleStt: TranscriptReader = (json) => {
  const results = schema.safeParse(json).data?.results;
  if (results === undefined) return undefined;
  const language = results.find(({ languageCode }) => languageCode !== undefined)?.languageCode;
  const isByChannel = new Set(results.map(({ channelTag }) => channelTag)).size > 1;
  const words = isByChannel ? [] : diarizedWords(results);
  const turns = words.length > 0 ? turnsOfWords(words) : results.map((result) => turnOf(result, isByChannel));
  return { language, turns };
};
