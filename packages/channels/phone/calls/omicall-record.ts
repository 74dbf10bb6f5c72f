import * as z from "zod";
import { callOf } from "#channels/phone/call-details";
import type { CallRecordReader } from "#channels/phone/calls/call-record";
import type { Call } from "#contracts/inbound-message";

const numberSchema = z.union([z.string(), z.number()]).transform(String).nullish();
const secondsSchema = z.number().positive().optional().catch(undefined);
const schema = z.object({
  transaction_id: z.string().min(1),
  direction: z.string(),
  source_number: numberSchema,
  destination_number: numberSchema,
  disposition: z.string().nullish(),
  time_start_call: secondsSchema,
  time_end_call: secondsSchema,
  duration: z.number().nonnegative().optional().catch(undefined),
  sip_user: numberSchema,
  recording_file_url: z.string().nullish(),
});

function outcomeOf(disposition: string | null | undefined): Call["outcome"] {
  if (disposition === "answered") return "answered";
  if (disposition === "busy" || disposition === "failed") return disposition;
  return disposition ? "missed" : undefined;
}

/** OMICall's call history. Its webhook's body is not published; it is taken to have the same fields. */
export const readOmicallRecord: CallRecordReader = (_text, json) => {
  const read = schema.safeParse(json).data;
  if (read === undefined) return undefined;
  const { transaction_id: id, time_start_call: startedAt, time_end_call: endedAt } = read;
  const call = callOf({
    id,
    from: read.source_number,
    to: read.destination_number,
    direction: read.direction === "outbound" ? "outbound" : "inbound",
    startedAt,
    endedAt,
    agentId: read.sip_user,
    recordingUrl: read.recording_file_url,
    outcome: outcomeOf(read.disposition),
    durationMs: read.duration === undefined ? undefined : Math.round(read.duration * 1000),
  });
  if (endedAt !== undefined) return { kind: "call", call, recordId: id };
  return { kind: "ignored", call, recordId: `${id}.open`, reason: "the call has not ended" };
};
