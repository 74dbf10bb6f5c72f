import * as z from "zod";
import { listOf } from "#channels/list-of";
import type { HeardTurn, TranscriptReader } from "#channels/phone/transcripts/heard";
import { millisecondsSchema } from "#channels/phone/transcripts/offset";

const schema = z.object({
  JobStatus: z.string(),
  LanguageCode: z.string().optional(),
  CustomerMetadata: z.looseObject({}),
  Participants: listOf(z.object({ ParticipantId: z.string(), ParticipantRole: z.string() })).optional(),
  Transcript: listOf(
    z.object({
      ParticipantId: z.string(),
      Content: z.string(),
      BeginOffsetMillis: millisecondsSchema,
      EndOffsetMillis: millisecondsSchema,
    }),
  ).optional(),
});

/** On the phone a participant's id is the role itself, and the list of participants may miss one. */
const ROLES: readonly string[] = ["CUSTOMER", "AGENT", "SYSTEM"];

/** Whoever is neither the caller nor a person of the centre is a machine: SYSTEM, CUSTOM_BOT. */
export function speakerOfRole(role: string | undefined): NonNullable<HeardTurn["speaker"]> {
  if (role === undefined) return "unknown";
  return role === "CUSTOMER" ? "citizen" : role === "AGENT" ? "agent" : "bot";
}

/** Amazon Connect Contact Lens, after the call, raw or redacted. A failed analysis has no Transcript. */
export const readContactLens: TranscriptReader = (json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const roles = new Map(
    (read.Participants ?? []).map((participant) => [participant.ParticipantId, participant.ParticipantRole]),
  );
  const turns = (read.Transcript ?? []).map(({ ParticipantId, Content, BeginOffsetMillis, EndOffsetMillis }) => ({
    speaker: speakerOfRole(roles.get(ParticipantId) ?? (ROLES.includes(ParticipantId) ? ParticipantId : undefined)),
    text: Content,
    startMs: BeginOffsetMillis,
    endMs: EndOffsetMillis,
  }));
  return { language: read.LanguageCode, turns };
};
