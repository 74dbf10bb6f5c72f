import { readFileSync } from "node:fs";
import type { ZodType, z } from "zod";

/** A JSON file, checked; the error names the file, the path in it and what is expected. */
export function readJson<S extends ZodType>(path: string | URL, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`${path}: ${first?.path.join(".") ?? ""}: ${first?.message ?? "is not as expected"}`);
}
