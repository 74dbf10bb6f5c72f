import * as z from "zod";
import { listOf } from "#channels/list-of";
import { speakerOfRole } from "#channels/phone/transcripts/contact-lens";
import type { TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema, millisecondsSchema } from "#channels/phone/transcripts/offset";
import { meanConfidence } from "#channels/phone/transcripts/spoken-words";

const itemSchema = z
  .object({ Confidence: confidenceSchema, Type: z.string().optional() })
  .transform(({ Confidence, Type }) => ({ confidence: Type === "punctuation" ? undefined : Confidence }));
const schema = z.object({
  JobStatus: z.string(),
  JobName: z.string(),
  LanguageCode: z.string().optional(),
  Transcript: listOf(
    z.object({
      ParticipantRole: z.string(),
      Content: z.string(),
      BeginOffsetMillis: millisecondsSchema,
      EndOffsetMillis: millisecondsSchema,
      Items: listOf(itemSchema).optional(),
    }),
  ).optional(),
});

/** Amazon Transcribe Call Analytics: like Contact Lens, yet roles stand in each turn and words have a confidence. */
export const readCallAnalytics: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const turns = (read.Transcript ?? []).map((turn) => ({
    speaker: speakerOfRole(turn.ParticipantRole),
    text: turn.Content,
    startMs: turn.BeginOffsetMillis,
    endMs: turn.EndOffsetMillis,
    confidence: meanConfidence(turn.Items ?? []),
  }));
  return { language: read.LanguageCode, turns };
};
