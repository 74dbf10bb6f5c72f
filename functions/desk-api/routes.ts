import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { redirectSchema } from "#contracts/message-reading";
import { alertSchema } from "#contracts/outbound-message";
import { channelSchema, instantSchema, ticketStatusSchema, urgencySchema } from "#contracts/words";
import { jsonOf, refusals } from "#platform/api";
import { quarantinedSchema } from "#platform/dynamo-quarantine";
import { actionInputs, type DeskActionName } from "#tickets/action";
import { duplicateRoutes } from "./duplicate-routes.ts";
import { ticketViewSchema, wholeTicketSchema } from "./ticket-view.ts";

const bearer = [{ desk: [] }];
const limit = z.coerce.number().int().min(1).max(100).default(50);
const codeParam = z.object({ code: z.string().min(1).max(40) });
const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().optional() });
const writeHeaders = z.object({
  "idempotency-key": z.string().min(1).max(200).optional(),
  "if-match": z
    .string()
    .regex(/^"?\d+"?$/, 'expected the version in quotes, e.g. "3"')
    .optional(),
});
const statuses = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(ticketStatusSchema).min(1));

export const listTickets = createRoute({
  method: "get",
  path: "/desk/v1/tickets",
  security: bearer,
  summary: "Tickets this user may see",
  request: {
    query: z.strictObject({
      status: statuses.optional(),
      agency: z.string().optional(),
      category: z.string().optional(),
      urgency: urgencySchema.optional(),
      area: z.string().optional(),
      assignee: z.string().optional(),
      channel: channelSchema.optional(),
      redirect: redirectSchema.optional(),
      due: z.enum(["overdue", "at-risk"]).optional(),
      phone: z.string().optional(),
      code: z.string().optional(),
      q: z.string().max(200).optional(),
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      sort: z.enum(["due", "newest"]).optional(),
      limit,
      cursor: z.string().optional(),
    }),
  },
  responses: { 200: jsonOf(list(ticketViewSchema), "One page"), ...refusals },
});

/** A matter in a message of another ticket, as `GET` of that ticket shows it; all of the message without `matter`. */
const splitFrom = z.strictObject({
  code: z.string().min(1).max(40),
  messageId: z.string().min(1).max(500),
  matter: z.number().int().nonnegative().optional(),
});

const createTicketBody = z
  .strictObject({
    /** Optional with `splitFrom`, where the message has the words already. */
    text: z.string().trim().min(1, "say what it is about").max(5000).optional(),
    splitFrom: splitFrom.optional(),
    name: z.string().trim().min(1).max(200).optional(),
    phone: z.string().min(1).max(20).optional(),
    callId: z.string().min(1).max(200).optional(),
    category: z.string().optional(),
    urgency: urgencySchema.optional(),
    area: z.string().optional(),
    address: z.string().max(500).optional(),
    anonymous: z.boolean().default(false),
  })
  .refine(({ text, splitFrom }) => text !== undefined || splitFrom !== undefined, {
    path: ["text"],
    error: "say what it is about",
  });
export type CreateTicketBody = z.output<typeof createTicketBody>;

export const createTicket = createRoute({
  method: "post",
  path: "/desk/v1/tickets",
  security: bearer,
  summary: "Open a ticket while the caller still talks, or for one of several matters in a message",
  request: {
    headers: writeHeaders.pick({ "idempotency-key": true }),
    body: { required: true, content: { "application/json": { schema: createTicketBody } } },
  },
  responses: { 201: jsonOf(ticketViewSchema, "Opened"), ...refusals },
});

export const getTicket = createRoute({
  method: "get",
  path: "/desk/v1/tickets/{code}",
  security: bearer,
  summary: "One ticket with its messages and its ledger",
  request: { params: codeParam, query: z.strictObject({ explain: z.literal("clocks").optional() }) },
  responses: { 200: jsonOf(wholeTicketSchema, "The ticket"), ...refusals },
});

/** One route for each action, so that the document shows what each must be told. */
export const actionRoutes = (Object.keys(actionInputs) as DeskActionName[])
  .filter((name) => name !== "classify")
  .map((name) =>
    createRoute({
      method: "post",
      path: `/desk/v1/tickets/{code}/actions/${name}`,
      security: bearer,
      summary: `Action: ${name}`,
      request: {
        params: codeParam,
        headers: writeHeaders,
        body: {
          required: !actionInputs[name].safeParse({}).success,
          content: { "application/json": { schema: actionInputs[name] as z.ZodType } },
        },
      },
      responses: { 200: jsonOf(ticketViewSchema, "The ticket afterwards"), ...refusals },
    }),
  );

export const classifyTicket = createRoute({
  method: "patch",
  path: "/desk/v1/tickets/{code}",
  security: bearer,
  summary: "Correct category, urgency, place, title or redirect",
  request: {
    params: codeParam,
    headers: writeHeaders,
    body: { required: true, content: { "application/json": { schema: actionInputs.classify } } },
  },
  responses: { 200: jsonOf(ticketViewSchema, "The ticket afterwards"), ...refusals },
});

export const confirmCitizen = createRoute({
  method: "put",
  path: "/desk/v1/tickets/{code}/citizen",
  security: bearer,
  summary: "Name and number, as the agent confirmed them with the citizen",
  request: {
    params: codeParam,
    headers: writeHeaders.pick({ "if-match": true }),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .strictObject({ name: z.string().trim().min(1).max(100).optional(), phone: z.string().min(1).optional() })
            .refine((known) => Object.keys(known).length > 0, "expected a name or a phone"),
        },
      },
    },
  },
  responses: { 200: jsonOf(ticketViewSchema, "The ticket afterwards"), ...refusals },
});

export const listAlerts = createRoute({
  method: "get",
  path: "/desk/v1/alerts",
  security: bearer,
  summary: "What supervisors were told, newest first",
  request: { query: z.strictObject({ limit, cursor: z.string().optional() }) },
  responses: { 200: jsonOf(list(alertSchema.omit({ staff: true, ticketId: true })), "One page"), ...refusals },
});

export const acknowledgeAlert = createRoute({
  method: "post",
  path: "/desk/v1/alerts/{id}/acknowledge",
  security: bearer,
  summary: "I have seen it: hold the ladder",
  request: { params: z.object({ id: z.string().min(1).max(200) }) },
  responses: { 200: jsonOf(alertSchema.omit({ staff: true, ticketId: true }), "The alert afterwards"), ...refusals },
});

export const listQuarantine = createRoute({
  method: "get",
  path: "/desk/v1/quarantine",
  security: bearer,
  summary: "What nobody could read, of one month",
  request: {
    query: z.strictObject({
      month: z
        .string()
        .regex(/^\d{4}-\d\d$/, "expected a month such as 2026-09")
        .optional(),
      limit,
    }),
  },
  responses: {
    200: jsonOf(z.object({ items: z.array(quarantinedSchema) }), "With raw bodies and reasons"),
    ...refusals,
  },
});

export const retryQuarantined = createRoute({
  method: "post",
  path: "/desk/v1/quarantine/{id}/retry",
  security: bearer,
  summary: "Read it again, after its adapter was mended",
  request: { params: z.object({ id: z.string().min(1).max(100) }) },
  responses: { 202: jsonOf(z.object({ id: z.string() }), "Queued again, under its own identity"), ...refusals },
});

export const deskRoutes = [
  listQuarantine,
  retryQuarantined,
  listTickets,
  createTicket,
  getTicket,
  ...actionRoutes,
  classifyTicket,
  confirmCitizen,
  listAlerts,
  acknowledgeAlert,
  ...duplicateRoutes,
];
