import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { instantSchema, ticketStatusSchema } from "#contracts/words";
import { incidentProposalSchema } from "#duplicates/incident-proposal";
import { jsonOf, refusals } from "#platform/api";

const bearer = [{ desk: [] }];
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

const duplicateViewSchema = z.object({
  code: z.string(),
  /** `same-message`: the same citizen said nearly the same; `same-fault`: category, place, time and words fit. */
  kind: z.enum(["same-message", "same-fault"]),
  score: z.number().min(0).max(1),
  status: ticketStatusSchema,
  openedAt: instantSchema,
});
export type DuplicateView = z.infer<typeof duplicateViewSchema>;

export const listDuplicates = createRoute({
  method: "get",
  path: "/desk/v1/tickets/{code}/duplicates",
  security: bearer,
  summary: "Tickets that may be of the same matter, likeliest first; an agent decides with mark-duplicate or merge",
  request: { params: z.object({ code: z.string().min(1).max(40) }) },
  responses: { 200: jsonOf(items(duplicateViewSchema), "At most ten"), ...refusals },
});

const proposalViewSchema = incidentProposalSchema.omit({ ticketId: true, area: true }).extend({
  status: z.enum(["proposed", "dismissed"]),
  areaCode: z.string(),
  area: z.string().optional(),
  /** Codes of its tickets that this user may see, oldest first; at most a hundred. */
  tickets: z.array(z.string()),
});
export type ProposalView = z.infer<typeof proposalViewSchema>;

export const listIncidentProposals = createRoute({
  method: "get",
  path: "/desk/v1/incident-proposals",
  security: bearer,
  summary: "Storms of the last two weeks: many reporters of perhaps one fault, newest first",
  request: {
    query: z.strictObject({
      status: z.enum(["proposed", "dismissed"]).default("proposed"),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  },
  responses: { 200: jsonOf(items(proposalViewSchema), "For agents and supervisors"), ...refusals },
});

export const dismissIncidentProposal = createRoute({
  method: "post",
  path: "/desk/v1/incident-proposals/{id}/dismiss",
  security: bearer,
  summary: "It is no incident: a supervisor's decision, the first one stays",
  request: { params: z.object({ id: z.string().min(1).max(120) }) },
  responses: { 200: jsonOf(proposalViewSchema, "The proposal afterwards"), ...refusals },
});

export const duplicateRoutes = [listDuplicates, listIncidentProposals, dismissIncidentProposal];
