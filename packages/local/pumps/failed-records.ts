import * as z from "zod";

const responseSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/**
 * Which records of a batch failed, read from a function's answer as Lambda reads it.
 *
 * Nothing, or no list: all went well. An answer of another form, or one that names a record the batch does not
 * have: all failed.
 */
export function failedRecords(answer: unknown, identifiers: readonly string[]): ReadonlySet<string> {
  if (answer === undefined || answer === null) return new Set();
  const read = responseSchema.safeParse(answer);
  if (!read.success) return new Set(identifiers);
  const failed = (read.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return new Set(failed.every((id) => identifiers.includes(id)) ? failed : identifiers);
}
