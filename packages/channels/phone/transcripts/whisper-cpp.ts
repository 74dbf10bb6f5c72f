import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { HeardTurn, TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema, millisecondsSchema } from "#channels/phone/transcripts/offset";
import { meanConfidence } from "#channels/phone/transcripts/spoken-words";

const tokenSchema = z.object({ text: z.string(), p: confidenceSchema });
const segmentSchema = z.object({
  offsets: z.object({ from: millisecondsSchema, to: millisecondsSchema }).optional(),
  text: z.string(),
  speaker: z.string().optional(),
  speaker_turn_next: z.boolean().optional(),
  tokens: listOf(tokenSchema).optional(),
});
const schema = z.object({
  result: z.object({ language: z.string() }).optional().catch(undefined),
  transcription: listOf(segmentSchema),
});
type Segment = z.output<typeof segmentSchema>;

/** `--diarize` names a voice or says "?"; `--tinydiarize` only marks where the voice changes. */
function voices(segments: readonly Segment[]): (string | undefined)[] {
  const hasChanges = segments.some((segment) => segment.speaker_turn_next === true);
  let current = 0;
  return segments.map(({ speaker, speaker_turn_next }) => {
    const voice = hasChanges ? String(current % 2) : speaker;
    if (speaker_turn_next) current += 1;
    return voice === "?" ? undefined : voice;
  });
}

/** The JSON of whisper.cpp (`-oj`, `-ojf`). */
export const readWhisperCpp: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const voiceOf = voices(read.transcription);
  const turns = read.transcription.map(({ offsets, text, tokens = [] }, index): HeardTurn => {
    const words = tokens.filter((token) => !token.text.startsWith("[_")).map(({ p }) => ({ confidence: p }));
    return {
      text,
      voice: voiceOf[index],
      startMs: offsets?.from,
      endMs: offsets?.to,
      confidence: meanConfidence(words),
    };
  });
  return { language: read.result?.language, turns };
};
