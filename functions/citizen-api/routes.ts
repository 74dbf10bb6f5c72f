import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { webFormRequestSchema, webMessageRequestSchema } from "#channels/web/web-form";
import { emergencyNumberSchema, instantSchema, ticketStatusSchema } from "#contracts/words";
import { jsonOf, refusals } from "#platform/api";

const idempotencyKey = z.object({ "idempotency-key": z.string().min(1).max(200).optional() });
const codeParam = z.object({ code: z.string().min(1).max(40) });
const bilingual = z.object({ vi: z.string(), en: z.string() });
/** Either proves that the ticket is yours: the token of the answer, or the last four digits of your phone. */
const proof = z.strictObject({
  token: z.string().max(100).optional(),
  phone: z
    .string()
    .regex(/^\d{4}$/, "expected the last four digits of your phone number")
    .optional(),
});
const token = z.strictObject({ token: z.string().min(1).max(100) });
const named = z.object({ code: z.string(), name: bilingual.or(z.string()) }).loose();

const citizenTicketSchema = z.object({
  code: z.string(),
  status: ticketStatusSchema,
  statusText: bilingual,
  category: z.string().optional(),
  agency: z.string().optional(),
  openedAt: instantSchema,
  dueAt: instantSchema.optional(),
  originalDueAt: instantSchema.optional(),
  late: z.boolean(),
  /** In danger: whom to call now, the fittest first. */
  callNow: z.array(emergencyNumberSchema).optional(),
  timeline: z.array(
    z.object({ at: instantSchema, what: bilingual, text: z.string().optional(), dueAt: instantSchema.optional() }),
  ),
});
export type CitizenTicket = z.infer<typeof citizenTicketSchema>;

export const openByForm = createRoute({
  method: "post",
  path: "/api/v1/tickets",
  summary: "Tell 1022 about a matter",
  request: {
    headers: idempotencyKey,
    body: { required: true, content: { "application/json": { schema: webFormRequestSchema } } },
  },
  responses: {
    202: jsonOf(
      z.object({ code: z.string(), trackingToken: z.string(), trackingUrl: z.string() }),
      "Taken; the code is valid at once",
    ),
    ...refusals,
  },
});

export const trackTicket = createRoute({
  method: "get",
  path: "/api/v1/tickets/{code}",
  summary: "What became of it",
  request: { params: codeParam, query: proof },
  responses: { 200: jsonOf(citizenTicketSchema, "The ticket as its citizen sees it"), ...refusals },
});

export const addMessage = createRoute({
  method: "post",
  path: "/api/v1/tickets/{code}/messages",
  summary: "Say more about it",
  request: {
    params: codeParam,
    query: token,
    headers: idempotencyKey,
    body: { required: true, content: { "application/json": { schema: webMessageRequestSchema } } },
  },
  responses: { 202: jsonOf(z.object({ code: z.string() }), "Taken"), ...refusals },
});

const score = z.union([
  z.number().int().min(1).max(5),
  z
    .enum(["hai-long", "chap-nhan-duoc", "khong-hai-long"])
    .transform((word) => ({ "hai-long": 5, "chap-nhan-duoc": 3, "khong-hai-long": 1 })[word]),
]);
const sentence = z.string().trim().min(1).max(2000);

const citizenAct = <S extends z.ZodType>(name: string, summary: string, schema: S) =>
  createRoute({
    method: "post",
    path: `/api/v1/tickets/{code}/${name}`,
    summary,
    request: {
      params: codeParam,
      query: token,
      body: { required: !schema.safeParse({}).success, content: { "application/json": { schema } } },
    },
    responses: { 200: jsonOf(citizenTicketSchema, "The ticket afterwards"), ...refusals },
  });

export const confirmTicket = citizenAct("confirm", "Yes, it is fixed", z.strictObject({}));
export const rateTicket = citizenAct(
  "rating",
  "How it was handled",
  z.strictObject({ score, reason: sentence.optional() }),
);
export const reopenTicket = citizenAct("reopen", "No, it is not fixed", z.strictObject({ reason: sentence }));

export const listCategories = createRoute({
  method: "get",
  path: "/api/v1/categories",
  summary: "The fields 1022 handles",
  responses: { 200: jsonOf(z.object({ items: z.array(named) }), "All of them") },
});

export const listAreas = createRoute({
  method: "get",
  path: "/api/v1/areas",
  summary: "Communes and wards of the province",
  responses: { 200: jsonOf(z.object({ items: z.array(named) }), "All of them") },
});

export const citizenRoutes = [
  openByForm,
  trackTicket,
  addMessage,
  confirmTicket,
  rateTicket,
  reopenTicket,
  listCategories,
  listAreas,
];
