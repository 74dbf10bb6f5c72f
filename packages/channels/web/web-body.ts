import * as z from "zod";
import { locationSchema, webFormSchema } from "#contracts/inbound-message";
import { instantSchema, phoneNumberSchema } from "#contracts/words";

const code = z.string().regex(/^[A-Z0-9-]{3,40}$/);
const attachments = z.array(z.string().min(1)).optional();

const formBodySchema = webFormSchema.extend({
  code,
  text: z.string(),
  name: z.string().optional(),
  phone: phoneNumberSchema.optional(),
  email: z.string().optional(),
  location: locationSchema.optional(),
  attachments,
  sentAt: instantSchema,
});
export type WebFormBody = z.infer<typeof formBodySchema>;

const followUpBodySchema = z.object({
  code,
  messageId: z.string().regex(/^[\w-]{1,60}$/),
  text: z.string(),
  attachments,
  sentAt: instantSchema,
});
export type WebFollowUpBody = z.infer<typeof followUpBodySchema>;

/** What citizen-api queues: a form with the code it promised, or a later message on the ticket of that code. */
export type WebBody = WebFormBody | WebFollowUpBody;

/** The body, or the names of the fields that are missing or wrong; never a value. */
export function readWebBody(value: unknown): { readonly body: WebBody } | { readonly wrong: string[] } {
  const isFollowUp = typeof value === "object" && value !== null && "messageId" in value;
  const read = (isFollowUp ? followUpBodySchema : formBodySchema).safeParse(value);
  if (read.success) return { body: read.data };
  const fields = read.error.issues.map(({ path }) => String(path[0] ?? "a JSON object"));
  return { wrong: [...new Set(fields)] };
}
