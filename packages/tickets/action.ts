import * as z from "zod";
import { clockNameSchema } from "#contracts/clock";
import { redirectSchema } from "#contracts/message-reading";
import { placeSchema } from "#contracts/ticket";
import { emergencyNumberSchema, instantSchema, urgencySchema } from "#contracts/words";

const sentence = z.string().trim().min(1, "say it in at least one word").max(5000);
const agencyId = z.string().min(1);

/** What each action at the desk needs to be told. The name is the path: `/tickets/{code}/actions/{name}`. */
export const actionInputs = {
  assign: z.strictObject({
    agency: agencyId,
    supporting: z.array(agencyId).max(10).optional(),
    reason: sentence.optional(),
  }),
  accept: z.strictObject({ assignee: z.string().min(1).optional() }),
  return: z.strictObject({ reason: sentence }),
  "ask-citizen": z.strictObject({ text: sentence }),
  reply: z.strictObject({ text: sentence }),
  note: z.strictObject({ text: sentence }),
  progress: z.strictObject({ text: sentence, newDueAt: instantSchema }),
  extend: z.strictObject({ reason: sentence, newDueAt: instantSchema }),
  "approve-extension": z.strictObject({ reason: sentence.optional() }),
  "refuse-extension": z.strictObject({ reason: sentence }),
  resolve: z.strictObject({ text: sentence }),
  answer: z.strictObject({ text: sentence }),
  reject: z.strictObject({ reason: sentence, nextStep: sentence }),
  redirect: z.strictObject({ to: sentence, reason: sentence }),
  "hand-over": z.strictObject({ to: emergencyNumberSchema, text: sentence }),
  merge: z.strictObject({ into: z.string().min(1) }),
  unmerge: z.strictObject({}),
  "mark-duplicate": z.strictObject({ of: z.string().min(1) }),
  "unmark-duplicate": z.strictObject({}),
  reopen: z.strictObject({ reason: sentence }),
  close: z.strictObject({ text: sentence.optional() }),
  escalate: z.strictObject({ reason: sentence }),
  acknowledge: z.strictObject({ clock: clockNameSchema.optional() }),
  classify: z.strictObject({
    category: z.string().min(1).optional(),
    urgency: urgencySchema.optional(),
    place: placeSchema.optional(),
    title: z.string().trim().min(1).max(100).optional(),
    /** null: an ordinary matter after all. */
    redirect: redirectSchema.nullable().optional(),
  }),
} as const;

export type DeskActionName = keyof typeof actionInputs;
export type DeskAction = {
  [N in DeskActionName]: { readonly name: N; readonly input: z.infer<(typeof actionInputs)[N]> };
}[DeskActionName];
