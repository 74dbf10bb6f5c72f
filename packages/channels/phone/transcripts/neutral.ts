import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema, millisecondsSchema } from "#channels/phone/transcripts/offset";
import { turnSchema } from "#contracts/inbound-message";

const schema = z.object({
  language: z.string().optional(),
  turns: listOf(
    z.object({
      speaker: turnSchema.shape.speaker.catch("unknown"),
      startMs: millisecondsSchema,
      endMs: millisecondsSchema,
      text: z.string(),
      confidence: confidenceSchema,
    }),
  ),
});

/** Our own form, for call centres that can write it. */
export const readNeutral: TranscriptReader = (json) => schema.safeParse(json).data;
