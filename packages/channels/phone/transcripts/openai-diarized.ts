import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { TranscriptReader } from "#channels/phone/transcripts/heard";
import { secondsSchema } from "#channels/phone/transcripts/offset";

const segmentSchema = z.object({
  speaker: z.string().optional(),
  start: secondsSchema,
  end: secondsSchema,
  text: z.string(),
});
const schema = z.object({ language: z.string().optional(), segments: listOf(segmentSchema) });

/** OpenAI's `diarized_json`, in which at least one segment names a voice ("A", "B", in the order of being heard). */
export const readOpenAiDiarized: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (!read?.segments.some(({ speaker }) => speaker !== undefined)) return undefined;
  const turns = read.segments.map(({ speaker, start, end, text }) => ({
    text,
    voice: speaker,
    startMs: start,
    endMs: end,
  }));
  return { language: read.language, turns };
};
