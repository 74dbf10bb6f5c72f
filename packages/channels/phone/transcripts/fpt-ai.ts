import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema } from "#channels/phone/transcripts/offset";

const schema = z.object({
  status: z.number(),
  id: z.string(),
  hypotheses: listOf(z.object({ utterance: z.string(), confidence: confidenceSchema })).optional(),
});

/** FPT.AI: one text without times or voices; the first of several hypotheses is the best one. Status 1 heard no voice. */
export const readFptAi: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const [best] = read.status === 0 ? (read.hypotheses ?? []) : [];
  return { turns: best === undefined ? [] : [{ text: best.utterance, confidence: best.confidence }] };
};
