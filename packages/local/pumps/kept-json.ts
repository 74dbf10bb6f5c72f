import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type * as z from "zod";

/** A small value in a file that is always whole: written beside it and then put in its place. */
export interface KeptJson<T> {
  read(): T;
  write(value: T): void;
}

/** `empty` stands in for a file that is not there yet, or that an older version wrote in another form. */
export function keptJson<T>(file: string, schema: z.ZodType<T>, empty: T): KeptJson<T> {
  return {
    read() {
      if (!existsSync(file)) return empty;
      const read = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
      return read.success ? read.data : empty;
    },
    write(value) {
      writeFileSync(`${file}.new`, JSON.stringify(value));
      renameSync(`${file}.new`, file);
    },
  };
}
