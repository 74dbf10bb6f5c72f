import type { Call } from "#contracts/inbound-message";

/** What a PBX told: a call that is over, with the record's own id; or why there is nothing to note yet. */
export type CallRecord =
  | { readonly kind: "call"; readonly call: Call; readonly recordId: string }
  | { readonly kind: "ignored"; readonly call: Call; readonly recordId: string; readonly reason: string };

/** Reads one PBX's form of call record, from the body's text and its JSON if it is any; undefined when it is not of that form. */
export type CallRecordReader = (text: string, json: unknown) => CallRecord | undefined;
