import * as z from "zod";
import { anyInstant } from "#channels/any-instant";
import { toE164 } from "#channels/phone-number";
import { type Call, callSchema } from "#contracts/inbound-message";

const textSchema = z.union([z.string(), z.number()]).transform(String).nullish().catch(undefined);

/** A call as a call centre writes it, in our neutral words and with numbers and times in any usual form. */
export const callDetailsSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  from: textSchema,
  to: textSchema,
  direction: z.enum(["inbound", "outbound"]).catch("inbound"),
  startedAt: z.unknown().optional(),
  endedAt: z.unknown().optional(),
  agentId: textSchema,
  recordingUrl: textSchema,
  outcome: callSchema.shape.outcome.catch(undefined),
  durationMs: callSchema.shape.durationMs.catch(undefined),
});

/** A recording's address; a file's name is none, and often holds the caller's number. */
const addressOf = (recording: string | null | undefined) =>
  recording && /^https?:\/\//.test(recording) && URL.canParse(recording) ? recording : undefined;

const given = (fields: { readonly [Name in keyof Call]?: Call[Name] | undefined }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));

/** The call in our words. A caller who hides his number, or whose number is none, has no `from`. */
export function callOf(details: z.output<typeof callDetailsSchema>): Call {
  const { id, direction, outcome, durationMs } = details;
  const optional = given({
    from: toE164(details.from ?? ""),
    to: toE164(details.to ?? "") ?? details.to?.slice(0, 40),
    startedAt: anyInstant(details.startedAt),
    endedAt: anyInstant(details.endedAt),
    agentId: details.agentId ?? undefined,
    recordingUrl: addressOf(details.recordingUrl),
    outcome,
    durationMs,
  });
  return { id, direction, ...optional };
}
