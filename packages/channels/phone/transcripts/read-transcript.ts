import { readAmazonTranscribe } from "#channels/phone/transcripts/amazon-transcribe";
import { readCallAnalytics } from "#channels/phone/transcripts/call-analytics";
import { readContactLens } from "#channels/phone/transcripts/contact-lens";
import { readFptAi } from "#channels/phone/transcripts/fpt-ai";
import { readGoogleStt } from "#channels/phone/transcripts/google-stt";
import type { Heard, HeardTurn, TranscriptReader } from "#channels/phone/transcripts/heard";
import { readNeutral } from "#channels/phone/transcripts/neutral";
import { readOpenAiDiarized } from "#channels/phone/transcripts/openai-diarized";
import { readOpenAiVerbose } from "#channels/phone/transcripts/openai-verbose";
import { speakerRoles } from "#channels/phone/transcripts/speaker-roles";
import type { Turn } from "#channels/phone/transcripts/turn";
import { readWhisperCpp } from "#channels/phone/transcripts/whisper-cpp";
import { cleanText } from "#channels/vietnamese-text";
import type { Transcript } from "#contracts/inbound-message";

/** The narrower form stands before the wider one that would take it too. A new recogniser is one file and one line here. */
const READERS: readonly TranscriptReader[] = [
  readNeutral,
  readWhisperCpp,
  readContactLens,
  readCallAnalytics,
  readAmazonTranscribe,
  readGoogleStt,
  readOpenAiDiarized,
  readOpenAiVerbose,
  readFptAi,
];

export type TranscriptReading =
  | { readonly kind: "transcript"; readonly transcript: Transcript }
  | { readonly kind: "unreadable"; readonly reason: string };

function turnOf({ text, startMs, endMs, confidence }: HeardTurn, speaker: Turn["speaker"]): Turn {
  return {
    speaker,
    text: cleanText(text),
    ...(startMs === undefined ? {} : { startMs }),
    ...(endMs === undefined ? {} : { endMs }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** OpenAI says languages by their English names. */
function languageTag(language: string | undefined): string {
  if (language === undefined || language === "" || language === "vietnamese") return "vi";
  return language === "english" ? "en" : language;
}

function heardIn(json: unknown): Heard | undefined {
  for (const read of READERS) {
    const heard = read(json);
    if (heard !== undefined) return heard;
  }
  return undefined;
}

/** A transcript in any known recogniser's form, found by its shape; spoken digits stay the words they are. */
export function readTranscript(json: unknown): TranscriptReading {
  const heard = heardIn(json);
  if (heard === undefined) return { kind: "unreadable", reason: "the transcript is not in a known form" };
  const roles = speakerRoles(heard.turns);
  const turns = heard.turns
    .map((turn, index) => turnOf(turn, roles[index] ?? "unknown"))
    .filter(({ text }) => text !== "");
  if (turns.length === 0) return { kind: "unreadable", reason: "no turns" };
  return { kind: "transcript", transcript: { language: languageTag(heard.language), turns } };
}
