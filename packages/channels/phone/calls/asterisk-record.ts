import * as z from "zod";
import { hanoiInstant } from "#channels/hanoi-instant";
import { callOf } from "#channels/phone/call-details";
import type { CallRecord, CallRecordReader } from "#channels/phone/calls/call-record";
import { csvLine } from "#channels/phone/calls/csv-line";
import { toE164 } from "#channels/phone-number";
import type { Call } from "#contracts/inbound-message";

/** The columns of Asterisk's own cdr_csv, in their order; the last ones depend on its settings. */
const COLUMNS = [
  "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp", "lastdata",
  "start", "answer", "end", "duration", "billsec", "disposition", "amaflags", "uniqueid", "userfield",
] as const; // biome-ignore format: one row of a table

const textSchema = z.union([z.string(), z.number()]).transform(String);
const schema = z.object({
  src: textSchema,
  dst: textSchema,
  dcontext: z.string().default(""),
  channel: z.string().default(""),
  dstchannel: z.string().default(""),
  start: textSchema,
  end: textSchema,
  duration: z.coerce.number().nonnegative(),
  disposition: z.string(),
  uniqueid: textSchema.refine((id) => id !== ""),
  linkedid: textSchema.optional(),
  sequence: textSchema.optional(),
  recordingfile: z.string().optional(),
});
type Cdr = z.output<typeof schema>;

const OUTCOMES = new Map<string, NonNullable<Call["outcome"]>>([
  ["ANSWERED", "answered"],
  ["NO ANSWER", "missed"],
  ["BUSY", "busy"],
  ["FAILED", "failed"],
  ["CONGESTION", "failed"],
]);

/** FreePBX's context for phones of the house; elsewhere an extension that rings a phone number tells the same. */
const isOutbound = ({ dcontext, src, dst }: Cdr) =>
  dcontext.startsWith("from-internal") ||
  (toE164(src) === undefined && /^\d{2,6}$/.test(src) && toE164(dst) !== undefined);

/** The extension in a channel's name: PJSIP/101-0000002b is 101. */
const extensionOf = (channel: string) => /^[A-Za-z0-9]+\/(\d{2,6})-/.exec(channel)?.[1];

function recordOf(cdr: Cdr): CallRecord {
  const direction = isOutbound(cdr) ? "outbound" : "inbound";
  const id = cdr.linkedid || cdr.uniqueid;
  const call = callOf({
    id,
    from: cdr.src,
    to: cdr.dst,
    direction,
    startedAt: hanoiInstant(cdr.start),
    endedAt: hanoiInstant(cdr.end),
    agentId: extensionOf(direction === "inbound" ? cdr.dstchannel : cdr.channel),
    recordingUrl: cdr.recordingfile,
    outcome: OUTCOMES.get(cdr.disposition),
    durationMs: Math.round(cdr.duration * 1000),
  });
  return { kind: "call", call, recordId: [id, cdr.uniqueid, cdr.sequence ?? ""].join(".") };
}

/**
 * A call record of Asterisk or FreePBX, as a JSON object of its columns or as its line of CSV.
 *
 * Asterisk has no webhook: a script of the site posts it. A call has one record for each leg; `linkedid` joins them.
 */
export const readAsteriskRecord: CallRecordReader = (text, json) => {
  const fields = json === undefined ? csvLine(text) : undefined;
  const columns = fields && Object.fromEntries(COLUMNS.map((name, index) => [name, fields[index] ?? ""]));
  const cdr = schema.safeParse(columns ?? json).data;
  return cdr && recordOf(cdr);
};
