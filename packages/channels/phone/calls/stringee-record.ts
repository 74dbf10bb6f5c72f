import * as z from "zod";
import { callOf } from "#channels/phone/call-details";
import type { CallRecordReader } from "#channels/phone/calls/call-record";
import type { Call } from "#contracts/inbound-message";

const partySchema = z.object({ number: z.coerce.string(), type: z.string().optional() });
const schema = z.object({
  type: z.literal("stringee_call"),
  call_id: z.string().min(1),
  call_status: z.string(),
  timestamp_ms: z.number(),
  from: partySchema,
  to: partySchema,
  request_from_user_id: z.string().nullish(),
  duration: z.coerce.number().nonnegative().default(0).catch(0),
  answerDuration: z.coerce.number().nonnegative().default(0).catch(0),
  endCallCause: z.string().nullish(),
});
type StringeeCall = z.output<typeof schema>;

/** The account's id in an event of Stringee, where it names one. */
export function stringeeAccountOf(json: unknown): string | undefined {
  return z.object({ account_sid: z.string() }).safeParse(json).data?.account_sid;
}

/** The cause is a SIP code with its words, or a word of Stringee's. */
function outcomeOf({ answerDuration, endCallCause }: StringeeCall): Call["outcome"] {
  if (answerDuration > 0) return "answered";
  if (/\b486\b|busy/i.test(endCallCause ?? "")) return "busy";
  return /\b5\d\d\b|fail|error/i.test(endCallCause ?? "") ? "failed" : "missed";
}

function callOfEvent(event: StringeeCall): Call {
  const durationMs = Math.round(event.duration * 1000);
  return callOf({
    id: event.call_id,
    from: event.from.number,
    to: event.to.number,
    direction: event.from.type === "internal" ? "outbound" : "inbound",
    startedAt: event.timestamp_ms - durationMs,
    endedAt: event.timestamp_ms,
    agentId: event.request_from_user_id,
    recordingUrl: undefined,
    outcome: outcomeOf(event),
    durationMs,
  });
}

/** Stringee tells every step of a call; only the end has its length and outcome. */
export const readStringeeRecord: CallRecordReader = (_text, json) => {
  const event = schema.safeParse(json).data;
  if (event === undefined) return undefined;
  const call = callOfEvent(event);
  const recordId = `${event.call_id}.${event.call_status}`;
  if (event.call_status === "ended") return { kind: "call", call, recordId };
  return { kind: "ignored", call, recordId, reason: "the call has not ended" };
};
