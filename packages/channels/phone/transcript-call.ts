import * as z from "zod";
import { callDetailsSchema, callOf } from "#channels/phone/call-details";
import type { Call } from "#contracts/inbound-message";

const envelopeSchema = z.object({ call: callDetailsSchema, transcript: z.unknown() });
const contactLensSchema = z.object({ CustomerMetadata: z.object({ ContactId: z.string().min(1) }) });
const transcribeSchema = z.object({ jobName: z.string().min(1), results: z.unknown() });
const callAnalyticsSchema = z.object({ JobName: z.string().min(1), Transcript: z.unknown() });

/** A transcript and the call that it is of, still in the recogniser's words. */
export interface CallTranscript {
  readonly call: Call;
  readonly transcript: unknown;
}

/** The call's id in results that carry one by themselves; a job is named after the call by whoever starts it. */
function idInside(json: unknown): string | undefined {
  const contact = contactLensSchema.safeParse(json).data?.CustomerMetadata.ContactId;
  return contact ?? transcribeSchema.safeParse(json).data?.jobName ?? callAnalyticsSchema.safeParse(json).data?.JobName;
}

/** Takes `{call, transcript}` apart, or a bare result that names its call; undefined when there is no call in it. */
export function callTranscriptOf(json: unknown): CallTranscript | undefined {
  const envelope = envelopeSchema.safeParse(json).data;
  if (envelope !== undefined) return { call: callOf(envelope.call), transcript: envelope.transcript };
  const id = idInside(json);
  return id === undefined ? undefined : { call: { id, direction: "inbound" }, transcript: json };
}
