import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { HeardTurn, TranscriptReader } from "#channels/phone/transcripts/heard";
import { confidenceSchema, secondsSchema } from "#channels/phone/transcripts/offset";
import { meanConfidence, type SpokenWord, turnsOfWords } from "#channels/phone/transcripts/spoken-words";

const itemSchema = z.object({
  id: z.number().optional(),
  type: z.string(),
  alternatives: listOf(z.object({ content: z.string(), confidence: confidenceSchema })),
  start_time: secondsSchema,
  end_time: secondsSchema,
  speaker_label: z.string().optional(),
  channel_label: z.string().optional(),
});
type Item = z.output<typeof itemSchema>;
const segmentSchema = z.object({
  transcript: z.string(),
  start_time: secondsSchema,
  end_time: secondsSchema,
  speaker_label: z.string().optional(),
  channel_label: z.string().optional(),
  items: listOf(z.number()).optional(),
});
const labelSchema = z.object({ items: listOf(z.object({ start_time: secondsSchema, speaker_label: z.string() })) });
const schema = z.object({
  results: z.object({
    language_code: z.string().optional(),
    transcripts: listOf(z.object({ transcript: z.string() })),
    items: listOf(itemSchema).optional(),
    audio_segments: listOf(segmentSchema).optional(),
    speaker_labels: z.object({ segments: listOf(labelSchema) }).optional(),
    channel_labels: z
      .object({ channels: listOf(z.object({ channel_label: z.string(), items: listOf(itemSchema) })) })
      .optional(),
  }),
});
type Results = z.output<typeof schema>["results"];

function wordOf(item: Item, voice: string | undefined): SpokenWord {
  const [best] = item.alternatives;
  const isMark = item.type === "punctuation";
  const word = { text: best?.content ?? "", isMark, voice, startMs: item.start_time, endMs: item.end_time };
  return isMark ? word : { ...word, confidence: best?.confidence };
}

/** The newer form: whole turns, whose words are named by number. */
function turnsOfSegments({ audio_segments = [], items = [] }: Results): HeardTurn[] {
  const confidences = new Map(items.map((item) => [item.id, wordOf(item, undefined).confidence]));
  return audio_segments.map((segment) => ({
    text: segment.transcript,
    voice: segment.channel_label ?? segment.speaker_label,
    startMs: segment.start_time,
    endMs: segment.end_time,
    confidence: meanConfidence((segment.items ?? []).map((id) => ({ confidence: confidences.get(id) }))),
  }));
}

/** Each channel is put together by itself: the two sides of a call talk at the same time. */
function turnsOfChannels({ channel_labels }: Results): HeardTurn[] {
  const channels = channel_labels?.channels ?? [];
  const turns = channels.flatMap(({ channel_label, items }) =>
    turnsOfWords(items.map((item) => wordOf(item, channel_label))),
  );
  return turns.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
}

/** The older form tells the voice of a word only in a list beside it, by the moment at which the word begins. */
function turnsOfItems({ items = [], speaker_labels, transcripts }: Results): HeardTurn[] {
  const labels = (speaker_labels?.segments ?? []).flatMap((segment) => segment.items);
  const voiceAt = new Map(labels.map((label) => [label.start_time, label.speaker_label]));
  const words = items.map((item) => wordOf(item, item.speaker_label ?? voiceAt.get(item.start_time)));
  return words.length > 0 ? turnsOfWords(words) : transcripts.map(({ transcript }) => ({ text: transcript }));
}

/** The result of an Amazon Transcribe job: with channels, with voices, or with neither. */
export const readAmazonTranscribe: TranscriptReader = (json) => {
  const results = schema.safeParse(json).data?.results;
  if (results === undefined) return undefined;
  const bySegment = turnsOfSegments(results);
  if (bySegment.length > 0) return { language: results.language_code, turns: bySegment };
  const byChannel = turnsOfChannels(results);
  return { language: results.language_code, turns: byChannel.length > 0 ? byChannel : turnsOfItems(results) };
};
