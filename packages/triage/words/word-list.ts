import * as z from "zod";

const phrases = z.array(z.string());

/** Words and phrases that speak for one reading, by how loudly; `against` are counter-words that look alike. */
const voicesSchema = z.strictObject({
  strong: phrases,
  fair: phrases,
  weak: phrases,
  against: phrases,
});

export const wordListSchema = z.strictObject({
  /** What a phrase of each loudness adds to its reading's score. */
  weights: z.strictObject({ strong: z.number(), fair: z.number(), weak: z.number(), against: z.number() }),
  readings: z.record(z.string(), voicesSchema),
});
export type WordList = z.infer<typeof wordListSchema>;

/**
 * Kinds of signs, e.g. `drowning`, `victim`, `help`, `past`, `drill`. `weight`: how much the kind speaks for an
 * emergency, below zero against. One kind alone says little; which kinds come together says much, and is learned.
 */
export const signsSchema = z.record(z.string(), z.strictObject({ weight: z.number(), phrases }));
export type Signs = z.infer<typeof signsSchema>;

/** The province's words for triage, as an admin edits them. Written with diacritics; read with and without. */
export const triageWordsSchema = z.strictObject({
  categories: wordListSchema,
  urgencies: wordListSchema,
  /** What tells danger to life or crime now, and what makes the same words harmless. */
  emergencies: signsSchema,
  redirects: wordListSchema,
  keepNameSecret: phrases,
  abuse: phrases,
});
export type TriageWords = z.infer<typeof triageWordsSchema>;
