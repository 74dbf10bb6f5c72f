import * as z from "zod";

/** A list of which only the entries of the expected form are kept: one odd entry does not lose the others. */
export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(z.unknown()).transform((values) =>
    values.flatMap((value) => {
      const read = entry.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
}
