import * as z from "zod";

/** Not, or not only, a matter for an agency: where it goes or what it is instead. */
export const redirectSchema = z.enum([
  "complaint",
  "denunciation",
  "press",
  "spam",
  "scam",
  "thanks",
  "follow-up",
  "data-rights",
  "stop",
  "other-province",
]);
export type Redirect = z.infer<typeof redirectSchema>;

export const personalDataKindSchema = z.enum([
  "national-id",
  "phone",
  "bank-account",
  "card",
  "plate",
  "name",
  "house-number",
  "email",
]);
export type PersonalDataKind = z.infer<typeof personalDataKindSchema>;

/** A stretch of a message's text: UTF-16 positions, `end` exclusive. */
const stretch = { start: z.number().int().nonnegative(), end: z.number().int().positive() };
export const stretchSchema = z.object(stretch);
export type Stretch = z.infer<typeof stretchSchema>;

/**
 * What triage read in one message, kept with that message and never changed: positions and masked lines, so that no
 * personal data stands anywhere but in the text itself. What is empty is left out.
 */
export const messageReadingSchema = z.object({
  /** What, where and what is wished, masked of personal data and abuse. */
  summary: z.array(z.string()).max(3).optional(),
  /** The language model that wrote the summary, and the title; absent: they are the citizen's own words. */
  summaryBy: z.string().optional(),
  redirect: redirectSchema.optional(),
  /** Where it belongs: the office that its law names, or another province. */
  redirectTo: z.string().optional(),
  /** Several matters in one message, each a proposal for a ticket of its own. */
  matters: z.array(z.object({ ...stretch, category: z.string(), confidence: z.number().min(0).max(1) })).optional(),
  personalData: z.array(z.object({ ...stretch, kind: personalDataKindSchema })).optional(),
  /** Insults. The report they stand in is kept. */
  abuse: z.array(stretchSchema).optional(),
});
export type MessageReading = z.infer<typeof messageReadingSchema>;
