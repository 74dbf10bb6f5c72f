import * as z from "zod";
import { instantSchema } from "#contracts/words";
import type { FaultReport, Surroundings } from "./fault-report.ts";
import type { Stretch } from "./fault-reports.ts";

/** Many reporters of one category and area within hours: perhaps one fault. A person decides; nothing follows by itself. */
export const incidentProposalSchema = z.object({
  /** `<category>.<area>.<hour>`: the hour of the report that made it. */
  id: z.string(),
  category: z.string(),
  area: z.string(),
  /** The report that made it. */
  ticketId: z.string(),
  at: instantSchema,
  /** Its reports: from the first one of the window to the last one that kept it going. */
  from: instantSchema,
  lastAt: instantSchema,
  /** How many different people had reported when it was made, how many are usual, and from how many on it is a storm. */
  reporters: z.number().int().positive(),
  usual: z.number().nonnegative(),
  threshold: z.number().int().positive(),
  dismissedAt: instantSchema.optional(),
  dismissedBy: z.string().optional(),
});
export type IncidentProposal = z.infer<typeof incidentProposalSchema>;

const ID = /^([a-z0-9_]+)\.([a-z0-9-]+)\.(\d{4}-\d\d-\d\dT\d\d)$/;

/** Within this time after the last report that was counted others belong to the storm without being counted. */
const COUNTED_EVERY_MS = 10 * 60_000;

/** The stretch of time in which reports belong to a proposal. */
export function stretchOf({ category, area, from, lastAt }: IncidentProposal): Stretch {
  return { category, area, from: new Date(from), to: new Date(Date.parse(lastAt) + COUNTED_EVERY_MS) };
}

/** Does a report belong to this storm, with no need to count again? Streams bring reports a little out of order. */
export function isWithin(proposal: IncidentProposal, { at }: Pick<FaultReport, "at">): boolean {
  const { from, to } = stretchOf(proposal);
  return Date.parse(at) >= from.getTime() - COUNTED_EVERY_MS && Date.parse(at) <= to.getTime();
}

/** The id of the proposal that a report makes, if it makes one: derived, so it is made once. */
export function proposalIdOf({ category, area, at }: Pick<FaultReport, "category" | "area" | "at">): string {
  return `${category}.${area}.${at.slice(0, 13)}`;
}

/** What an id says of its proposal; undefined for what is no id. */
export function readProposalId(id: string): (Surroundings & { readonly hour: string }) | undefined {
  const [, category, area, hour] = ID.exec(id) ?? [];
  return category === undefined || area === undefined || hour === undefined ? undefined : { category, area, hour };
}
