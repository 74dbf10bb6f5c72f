import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { TranscriptReader } from "#channels/phone/transcripts/heard";
import { secondsSchema } from "#channels/phone/transcripts/offset";

const schema = z.object({
  language: z.string().optional(),
  text: z.string(),
  segments: listOf(
    z.object({ start: secondsSchema, end: secondsSchema, text: z.string(), avg_logprob: z.number().optional() }),
  ).optional(),
});

const likelihood = (logProbability: number | undefined) =>
  logProbability === undefined ? undefined : Math.min(1, Math.round(Math.exp(logProbability) * 10_000) / 10_000);

/** OpenAI's `verbose_json`, also of Whisper servers that speak like it, and plain `json`, which is a text alone. */
export const readOpenAiVerbose: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const { language, text, segments } = read;
  if (segments === undefined || segments.length === 0) return { language, turns: [{ text }] };
  const turns = segments.map(({ start, end, text: said, avg_logprob }) => {
    return { text: said, startMs: start, endMs: end, confidence: likelihood(avg_logprob) };
  });
  return { language, turns };
};
