import * as z from "zod";
import { callDetailsSchema, callOf } from "#channels/phone/call-details";
import type { CallRecordReader } from "#channels/phone/calls/call-record";

const schema = z.object({ call: callDetailsSchema });

/** Our own form: `{call: {...}}`, the same call as in a neutral transcript. */
export const readNeutralRecord: CallRecordReader = (_text, json) => {
  const details = schema.safeParse(json).data?.call;
  return details && { kind: "call", call: callOf(details), recordId: details.id };
};
