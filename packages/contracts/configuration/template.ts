import * as z from "zod";

/** Every text the hotline says by itself, and the `{names}` that are filled in when it is said. */
export const templatePlaceholders = {
  acknowledgement: ["code", "agency", "due", "url"],
  "acknowledgement-at-desk": ["code", "url"],
  "acknowledgement-which-place": ["code", "candidates"],
  "acknowledgement-describe": ["code"],
  "emergency-advice": ["numbers"],
  joined: ["code"],
  reopened: ["code", "agency", "due"],
  assigned: ["code", "agency", "due"],
  question: ["code", "text"],
  reply: ["code", "text"],
  progress: ["code", "text", "newDue"],
  extension: ["code", "reason", "newDue"],
  resolution: ["code", "text"],
  answer: ["code", "text"],
  rejection: ["code", "reason", "nextStep"],
  redirect: ["code", "to", "reason"],
  "redirect-complaint": ["code", "to", "reason"],
  "handed-over": ["code", "to", "text"],
  merged: ["code"],
  "rating-request": ["code", "url"],
  "alert-warned": ["code", "agency", "clock", "due"],
  "alert-breached": ["code", "agency", "clock", "due", "late"],
  "alert-escalated": ["code", "agency", "clock", "due", "late", "rung"],
  "alert-emergency": ["code", "agency", "place", "url"],
  "alert-raised": ["code", "agency", "reason"],
  "alert-incident": ["reporters", "category", "place", "code", "url"],
  digest: ["total", "breached", "warned", "escalated", "worst", "url"],
} as const;

export const templateIds = Object.keys(templatePlaceholders) as (keyof typeof templatePlaceholders)[];
export const templateIdSchema = z.enum(templateIds);
export type TemplateId = z.infer<typeof templateIdSchema>;

/** A text people read. `sms` is without diacritics and, filled with the longest usual values, one segment. */
export const templateSchema = z.strictObject({
  id: templateIdSchema,
  subject: z.string().optional(),
  text: z.string().min(1),
  sms: z.string().min(1),
});
export type Template = z.infer<typeof templateSchema>;
