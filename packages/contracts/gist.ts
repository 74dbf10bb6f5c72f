import * as z from "zod";

/** What a call is about, for whoever looks at a list of tickets: masked of personal data. */
export const gistSchema = z.object({
  title: z.string().trim().min(1).max(100),
  summary: z.array(z.string().trim().min(1).max(200)).min(1).max(3),
});
export type Gist = z.infer<typeof gistSchema>;

/** A gist with the language model and the wording of the question that it answers: people are told who wrote. */
export const writtenGistSchema = gistSchema.extend({ by: z.string().min(1).max(200) });
export type WrittenGist = z.infer<typeof writtenGistSchema>;
